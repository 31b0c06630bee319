package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.DatasetOptions;
import dev.rapport.bench.dataset.Datasets;
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
    DatasetOptions usual = DatasetOptions.DEFAULT;
    try {
      return Datasets.open(
          name + ":" + path,
          usual
              .withSize(settings.getOrDefault("size", usual.size()))
              .withSplit(settings.getOrDefault("split", usual.split()))
              .withModality(settings.getOrDefault("modality", usual.modality()))
              .withForm(settings.getOrDefault("form", usual.form()))
              .withFillerTurns(
                  Integer.parseInt(
                      settings.getOrDefault("filler-turns", Integer.toString(usual.fillerTurns()))))
              .withPersonaInContext(variant == Variant.PERSONA_IN_CONTEXT));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }
}
