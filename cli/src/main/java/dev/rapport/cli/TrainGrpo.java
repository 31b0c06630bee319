package dev.rapport.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Teaches a model by what its answers earn. */
@Command(
    name = "grpo",
    mixinStandardHelpOptions = true,
    description = {
      "Teaches a model what to write on a page when only the final answer is rewarded (GRPO): each"
          + " question is tried several times, and what did better than the others becomes"
          + " likelier, pages and answer alike. With the prompts that learn and ask use, on this"
          + " machine's processor.",
      "",
      "The folder given with --out holds the run: spec.json, metrics.jsonl, report.html with its"
          + " curves, the newest checkpoint,"
          + " run.db with every paid verdict, and at the end model/, which --model local:RUN/model"
          + " uses. Run the same command again, and it goes on where it was stopped or killed, to"
          + " the same bytes; no verdict is paid twice."
    },
    footer = {
      "",
      "Examples:",
      "  rapport data build --context-tokens 8000 --out data8k",
      "  rapport train grpo --model runs/sft/model --data data8k --out runs/page",
      "  rapport train grpo --model runs/sft/model --data data8k --variant fullcontext \\",
      "      --context-tokens 8000 --out runs/full",
      "  rapport train grpo --model models/tiny --data data8k --groups 2 --rollouts 4 --steps 5 \\",
      "      --chunk-tokens 512 --chunks 2 --page-tokens 128 --answer-tokens 64 --out runs/try"
    })
final class TrainGrpo implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TrainRun run = new TrainRun();
  @Mixin private TrainHow how = new TrainHow();
  @Mixin private TrainReplicas replicas = new TrainReplicas();
  @Mixin private TrainData data = new TrainData();

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "train, val or benchmark. Default: ${DEFAULT-VALUE}.")
  private String split = "train";

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Default: ${DEFAULT-VALUE}, as the paper.")
  private int steps = 500;

  @Option(
      names = "--groups",
      paramLabel = "N",
      description = "Questions of a step. Default: ${DEFAULT-VALUE}, as the paper.")
  private int groups = 32;

  @Option(
      names = "--rollouts",
      paramLabel = "N",
      description = "Tries of each question. Default: ${DEFAULT-VALUE}, as the paper.")
  private int rollouts = 8;

  @Option(
      names = "--rate",
      paramLabel = "X",
      description = "Learning rate. Default: ${DEFAULT-VALUE}.")
  private double rate = 1e-6;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "Steps in which the rate rises. Default: ${DEFAULT-VALUE}.")
  private int warmUp = 20;

  @Option(
      names = "--kl",
      paramLabel = "X",
      description = "Weight of the KL to the start. Default: ${DEFAULT-VALUE}.")
  private double kl = 1e-3;

  @Option(
      names = "--scale-by-deviation",
      description = "Divide advantages by the group's deviation, as the published run did.")
  private boolean scaled;

  @Option(
      names = "--max-calls",
      paramLabel = "N",
      description = "Stop before the judge was called more often, earlier sessions included.")
  private @Nullable Long maxCalls;

  TrainGrpo(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TrainJdk.require();
    if (steps < 1 || rollouts < 2) {
      throw new UsageException(
          "--steps %d must be 1 or more, --rollouts %d 2 or more".formatted(steps, rollouts));
    }
    Long calls = maxCalls;
    return new TrainGrpoDesk(
            terminal, run, how, replicas, data, calls == null ? Long.MAX_VALUE : calls)
        .run(split, steps, groups, rollouts, rate, warmUp, kl, scaled);
  }
}
