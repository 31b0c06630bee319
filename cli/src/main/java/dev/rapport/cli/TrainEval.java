package dev.rapport.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks a model what training asked it. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a model the questions of a split once each, in the very way training does, and scores"
          + " its answers. What \"bench run --model local:DIR\" measures is the whole product, with"
          + " its guard and its repairs; this is the policy alone.",
      "",
      "The folder given with --out holds spec.json and answers.jsonl: reward, page and answer of"
          + " each question. Run the same command again, and it goes on where it was stopped."
    },
    footer = {
      "",
      "Examples:",
      "  rapport train eval --model runs/page/model --data data8k --out runs/page-eval",
      "  rapport train eval --model runs/page/model --data data8k --limit 20 --json --out runs/few"
    })
final class TrainEval implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TrainData data = new TrainData();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "The model's folder.")
  private String model = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "RUN",
      description = "The folder of the answers; made if need be.")
  private String out = "";

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "benchmark, val or train. Default: ${DEFAULT-VALUE}.")
  private String split = "benchmark";

  @Option(
      names = "--temperature",
      paramLabel = "X",
      description = "0 takes the likeliest words. Default: ${DEFAULT-VALUE}.")
  private double temperature;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of sampling and of the options' order. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "To work on; changes no result. 0 takes all. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--max-calls",
      paramLabel = "N",
      description = "Stop before the judge was called more often, earlier sessions included.")
  private @Nullable Long maxCalls;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file. Default: rapport.yaml here or in the user's config folder.")
  private @Nullable String config;

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  private boolean json;

  TrainEval(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TrainJdk.require();
    TrainHow how = new TrainHow();
    how.model = model;
    how.out = out;
    how.seed = seed;
    how.threads = threads;
    how.config = config;
    how.json = json;
    Long calls = maxCalls;
    return new TrainEvalDesk(terminal, how, data, calls == null ? Long.MAX_VALUE : calls)
        .run(split, temperature);
  }
}
