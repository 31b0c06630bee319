package dev.rapport.bench.dataset;

import dev.rapport.bench.dataset.locomo.Locomo;
import dev.rapport.bench.dataset.longmemeval.LongMemEval;
import dev.rapport.bench.dataset.personamemv1.PersonaMemV1;
import dev.rapport.bench.dataset.personamemv2.PersonaMemV2;
import dev.rapport.bench.dataset.prefeval.PrefEval;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Every data set that can be read, by name. */
public final class Datasets {
  private static final List<DatasetFormat> FORMATS =
      List.of(
          new PersonaMemV2(), new PersonaMemV1(), new PrefEval(), new Locomo(), new LongMemEval());

  private Datasets() {}

  /** What is known of each. */
  public static List<DatasetInfo> catalogue() {
    return FORMATS.stream().map(DatasetFormat::info).toList();
  }

  /**
   * Opens a part of a data set.
   *
   * @param spec {@code NAME:FOLDER}, or {@code NAME:FILE} where the data set is one file
   * @throws IllegalArgumentException if the name or an option is unknown
   * @throws dev.rapport.data.DatasetException if the files are not as published
   */
  public static Dataset open(String spec, DatasetOptions options) {
    return format(spec).open(place(spec), options);
  }

  /**
   * Reads everything there is of a data set, and tells what is missing or broken.
   *
   * @param spec as for {@link #open}
   */
  public static DatasetCheck check(String spec) {
    return Checking.of(format(spec), place(spec));
  }

  private static DatasetFormat format(String spec) {
    String name = spec.substring(0, Math.max(0, spec.indexOf(':')));
    return FORMATS.stream()
        .filter(format -> format.info().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "data set \"%s\"; write NAME:FOLDER with one of %s"
                        .formatted(spec, catalogue().stream().map(DatasetInfo::name).toList())));
  }

  private static Path place(String spec) {
    String path = spec.substring(spec.indexOf(':') + 1);
    if (path.isBlank()) {
      throw new IllegalArgumentException(
          "data set \"%s\" has no folder; write NAME:FOLDER".formatted(spec));
    }
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("\"%s\" is no path: %s".formatted(path, e.getReason()), e);
    }
  }
}
