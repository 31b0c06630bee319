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

  @Mixin private TrainRun run = new TrainRun();
  @Mixin private TrainData data = new TrainData();

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
      names = "--max-calls",
      paramLabel = "N",
      description = "Stop before the judge was called more often, earlier sessions included.")
  private @Nullable Long maxCalls;

  TrainEval(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TrainJdk.require();
    Long calls = maxCalls;
    return new TrainEvalDesk(terminal, run, data, calls == null ? Long.MAX_VALUE : calls)
        .run(split, temperature);
  }
}
