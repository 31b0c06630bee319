package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.DatasetOptions;
import dev.rapport.bench.dataset.Datasets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which questions are asked, and how. */
final class TrainData {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "FOLDER",
      description = "In the official layout, as \"data build\" writes it.")
  private String data = "";

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      description = "Of the histories: 32k, 128k. Default: the smallest there is.")
  private String size = "";

  @Option(
      names = "--variant",
      paramLabel = "NAME",
      description =
          "page (it is written chunk by chunk, and the answer given from it) or fullcontext (the"
              + " answer is given over the history). Default: ${DEFAULT-VALUE}.")
  private String variant = "page";

  @Option(
      names = "--query-aware",
      description =
          "Write pages with the question in sight, as the published code does. Not for people's"
              + " memories: only to compare.")
  private boolean queryAware;

  @Option(
      names = "--chunk-tokens",
      paramLabel = "N",
      description = "Of history read at a time. Default: ${DEFAULT-VALUE}, as the paper.")
  private int chunkTokens = 5000;

  @Option(
      names = "--chunks",
      paramLabel = "N",
      description =
          "Most chunks of a history; of a longer one the middle is left out. Default:"
              + " ${DEFAULT-VALUE}, as the paper.")
  private int chunks = 8;

  @Option(
      names = "--page-tokens",
      paramLabel = "N",
      description = "Most tokens of a page. Default: ${DEFAULT-VALUE}, as the paper.")
  private int pageTokens = 2048;

  @Option(
      names = "--answer-tokens",
      paramLabel = "N",
      description = "Most tokens of an answer. Default: ${DEFAULT-VALUE}.")
  private int answerTokens = 1024;

  @Option(
      names = "--context-tokens",
      paramLabel = "N",
      description = "Of history read whole, with --variant fullcontext. Default: ${DEFAULT-VALUE}.")
  private int contextTokens = 40_000;

  @Option(
      names = "--counter",
      paramLabel = "NAME",
      description =
          "What chunks and histories are counted with: o200k or qwen3. Default: ${DEFAULT-VALUE}.")
  private String counter = "o200k";

  @Option(
      names = "--judge-model",
      paramLabel = "MODEL",
      description =
          "Judges answers in words: openai:NAME, ollama:NAME, URL#NAME or local:DIR. Default:"
              + " none.")
  private String judge = CourseSpec.NONE;

  @Option(names = "--judges", paramLabel = "N", description = "Votes. Default: ${DEFAULT-VALUE}.")
  private int judges = 3;

  @Option(
      names = "--open-share",
      paramLabel = "X",
      description =
          "Of the questions that are asked for words. Default: 0.2 with a judge, as the paper;"
              + " 0 without.")
  private @Nullable Double openShare;

  @Option(
      names = "--cut-answers",
      paramLabel = "HOW",
      description =
          "What an answer earns that the token limit ended: read (as it stands) or zero."
              + " Default: ${DEFAULT-VALUE}.")
  private String cut = "read";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Use the first N questions only. Default: all.")
  private int limit;

  /** Opens a part of the data. */
  Dataset open(Terminal terminal, String split) {
    try {
      return Datasets.open(
          "personamem-v2:" + folder(terminal),
          DatasetOptions.DEFAULT.withSize(size).withSplit(split));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private Path folder(Terminal terminal) {
    return terminal.workingFolder().resolve(data).toAbsolutePath().normalize();
  }

  CourseSpec spec(Terminal terminal, Dataset dataset, String split) {
    among("--variant", variant, List.of("page", "fullcontext"));
    among("--cut-answers", cut, List.of("read", "zero"));
    among("--counter", counter, List.of("o200k", "qwen3"));
    double share = share();
    if (queryAware && !variant.equals("page")) {
      throw new UsageException("--query-aware is about pages; it needs --variant page");
    }
    if (chunks < 1 || answerTokens < 1 || contextTokens < 1 || limit < 0 || judges < 1) {
      throw new UsageException(
          "--chunks %d, --answer-tokens %d, --context-tokens %d and --judges %d must be 1 or more, --limit %d 0 or more"
              .formatted(chunks, answerTokens, contextTokens, judges, limit));
    }
    return new CourseSpec(
        folder(terminal).toString(),
        dataset.version(),
        split,
        size,
        variant,
        queryAware,
        counter,
        chunkTokens,
        chunks,
        pageTokens,
        answerTokens,
        contextTokens,
        share,
        judge,
        judges,
        cut,
        limit);
  }

  private double share() {
    Double given = openShare;
    boolean judged = !judge.equals(CourseSpec.NONE);
    double share = given != null ? given : judged ? 0.2 : 0;
    if (!(share >= 0 && share <= 1)) {
      throw new UsageException("--open-share %s must be from 0 to 1".formatted(share));
    }
    if (share > 0 && !judged) {
      throw new UsageException(
          "--open-share %s: answers in words need a judge; name one with --judge-model"
              .formatted(share));
    }
    return share;
  }

  private static void among(String option, String value, List<String> known) {
    if (!known.contains(value)) {
      throw new UsageException("%s \"%s\" must be one of %s".formatted(option, value, known));
    }
  }
}
