package dev.rapport.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Teaches a model by examples. */
@Command(
    name = "sft",
    mixinStandardHelpOptions = true,
    description = {
      "Teaches a model by examples: supervised fine-tuning of all weights or of low-rank adapters,"
          + " on this machine's processor.",
      "",
      "The folder given with --out holds the run: spec.json, metrics.jsonl, report.html with its"
          + " curves, the newest checkpoint,"
          + " and at the end model/, a folder like the one it started from, which --model"
          + " local:RUN/model uses. Run the same command again, and it goes on where it was stopped"
          + " or killed, to the same bytes."
    },
    footer = {
      "",
      "A line of the data: {\"messages\":[{\"role\":\"user\",\"content\":\"...\"},"
          + "{\"role\":\"assistant\",\"content\":\"...\"}]}",
      "",
      "Examples:",
      "  rapport train sft --model models/tiny --data pages.jsonl --out runs/sft",
      "  rapport train sft --model models/tiny --data pages.jsonl --lora-rank 16 --steps 100 \\",
      "      --batch 8 --out runs/lora"
    })
final class TrainSft implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TrainRun run = new TrainRun();
  @Mixin private TrainHow how = new TrainHow();
  @Mixin private TrainReplicas replicas = new TrainReplicas();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Examples as JSON lines; what the assistant says is learned.")
  private String data = "";

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Default: ${DEFAULT-VALUE}, as the paper.")
  private int steps = 300;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Examples of a step. Default: ${DEFAULT-VALUE}, as the paper.")
  private int batch = 64;

  @Option(
      names = "--rate",
      paramLabel = "X",
      description = "Learning rate. Default: ${DEFAULT-VALUE}; adapters bear ten times that.")
  private double rate = 1e-5;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "Steps in which the rate rises. Default: ${DEFAULT-VALUE}.")
  private int warmUp = 15;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "An example with more is refused. Default: ${DEFAULT-VALUE}.")
  private int maxTokens = 40_960;

  TrainSft(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TrainJdk.require();
    return new TrainSftDesk(terminal, run, how, replicas)
        .run(data, steps, batch, rate, warmUp, maxTokens);
  }
}
