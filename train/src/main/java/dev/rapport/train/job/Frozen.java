package dev.rapport.train.job;

import dev.rapport.train.TrainException;
import dev.rapport.train.run.JsonFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run's spec, written once: what is in the folder was made by it and by no other. */
public final class Frozen {
  private Frozen() {}

  /** Where it stands. */
  static Path file(Path folder) {
    return folder.resolve("spec.json");
  }

  /**
   * Writes the spec into a new run's folder, or sees that it is the one that stands there.
   *
   * @throws TrainException when another one does
   */
  public static <T> void keep(Path folder, T spec, Class<T> type) {
    Path file = file(folder);
    if (!Files.exists(file)) {
      JsonFile.write(file, spec);
      return;
    }
    T frozen = JsonFile.read(file, type);
    if (!frozen.equals(spec)) {
      throw new TrainException(
          "%s holds a run of another spec:\n  %s\nnot of this one:\n  %s\nName another folder, or give the settings of before."
              .formatted(folder, frozen, spec));
    }
  }
}
