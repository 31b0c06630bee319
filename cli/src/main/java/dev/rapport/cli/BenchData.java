package dev.rapport.cli;

import dev.rapport.bench.dataset.DatasetOptions;
import picocli.CommandLine.Option;

/** Which part of a data set is meant. */
final class BenchData {
  @Option(names = "--size", paramLabel = "SIZE", description = "Of the histories: 32k, 128k, ...")
  private String size = DatasetOptions.DEFAULT.size();

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "benchmark, train or val. Default: ${DEFAULT-VALUE}.")
  private String split = DatasetOptions.DEFAULT.split();

  @Option(
      names = "--modality",
      paramLabel = "NAME",
      description = "text or multimodal. Default: ${DEFAULT-VALUE}.")
  private String modality = DatasetOptions.DEFAULT.modality();

  @Option(
      names = "--form",
      paramLabel = "NAME",
      description = "PrefEval: explicit, choice or persona. Default: ${DEFAULT-VALUE}.")
  private String form = DatasetOptions.DEFAULT.form();

  @Option(
      names = "--filler-turns",
      paramLabel = "N",
      description = "PrefEval: unrelated turns before the question. Default: ${DEFAULT-VALUE}.")
  private int fillerTurns = DatasetOptions.DEFAULT.fillerTurns();

  /**
   * @throws UsageException if a number makes no sense
   */
  DatasetOptions options() {
    if (fillerTurns < 0) {
      throw new UsageException("--filler-turns %d must not be negative".formatted(fillerTurns));
    }
    return DatasetOptions.DEFAULT
        .withSize(size)
        .withSplit(split)
        .withModality(modality)
        .withForm(form)
        .withFillerTurns(fillerTurns);
  }
}
