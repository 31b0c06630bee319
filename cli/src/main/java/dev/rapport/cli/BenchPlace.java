package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.run.RunData;
import dev.rapport.bench.run.Variant;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A data set and where it lies.
 *
 * @param path absolute
 */
record BenchPlace(String name, Path path) {
  /**
   * @param text {@code NAME:FOLDER}
   */
  static BenchPlace parse(String text, Path workingFolder) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new UsageException(
          "--dataset \"%s\" must be NAME:FOLDER; \"bench datasets\" lists the names"
              .formatted(text));
    }
    try {
      Path path = workingFolder.resolve(text.substring(colon + 1)).toAbsolutePath().normalize();
      return new BenchPlace(text.substring(0, colon), path);
    } catch (InvalidPathException e) {
      throw new UsageException("--dataset \"%s\" is no path: %s".formatted(text, e.getReason()));
    }
  }

  /** Opens the part of it that a run's settings name. */
  Dataset open(Map<String, String> settings, Variant variant) {
    try {
      return RunData.open(name, path, settings, variant);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }
}
