package dev.rapport.bench.dataset.personamemv2;

import dev.rapport.bench.dataset.DatasetOptions;
import dev.rapport.data.DatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the tables are: below {@code benchmark/}, which may itself lie in {@code data/}. */
final class Tables {
  static final List<String> MODALITIES = List.of("text", "multimodal");
  static final List<String> SPLITS = List.of("benchmark", "train", "val", "twins");

  private Tables() {}

  /** The table of a part, whether or not it is there. */
  static Path of(Path place, DatasetOptions options) {
    require("modality", options.modality(), MODALITIES);
    require("split", options.split(), SPLITS);
    String below = "benchmark/%s/%s.csv".formatted(options.modality(), options.split());
    Path nested = place.resolve("data").resolve(below);
    return Files.isRegularFile(nested) ? nested : place.resolve(below);
  }

  static Path existing(Path place, DatasetOptions options) {
    Path table = of(place, options);
    if (!Files.isRegularFile(table)) {
      throw new DatasetException(
          "%s is missing. Name the folder that holds benchmark/, and fetch that table."
              .formatted(table));
    }
    return table;
  }

  private static void require(String what, String value, List<String> known) {
    if (!known.contains(value)) {
      throw new IllegalArgumentException(
          "%s \"%s\" of personamem-v2; it is one of %s".formatted(what, value, known));
    }
  }
}
