package dev.rapport.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands a training over to an engine for many GPUs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a job folder for an engine that trains on many GPUs: data, prompts, rollout and reward"
          + " as a small Python plug-in, a launch script, and the arithmetic of rows and steps"
          + " explained in a README. Questions with options only; rewarded by letter."
    },
    footer = {
      "",
      "Examples:",
      "  rapport train export --engine verl --data data --out job",
      "  rapport train export --engine verl --data data --model /models/sft --nodes 2 --gpus 16 \\",
      "      --out job"
    })
final class TrainExport implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TrainData data = new TrainData();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "verl, of version 0.9. Default: ${DEFAULT-VALUE}.")
  private String engine = "verl";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A folder that is empty or not there yet.")
  private String out = "";

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Hugging Face name, or a path on the nodes. Default: ${DEFAULT-VALUE}.")
  private String model = "Qwen/Qwen3-4B-Instruct-2507";

  @Option(names = "--nodes", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int nodes = 1;

  @Option(
      names = "--gpus",
      paramLabel = "N",
      description = "Of all nodes together. Default: ${DEFAULT-VALUE}.")
  private int gpus = 8;

  @Option(
      names = "--groups",
      paramLabel = "N",
      description = "Questions of a step. Default: ${DEFAULT-VALUE}.")
  private int groups = 32;

  @Option(
      names = "--rollouts",
      paramLabel = "N",
      description = "Tries of each question. Default: ${DEFAULT-VALUE}.")
  private int rollouts = 8;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the options' order. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  private boolean json;

  TrainExport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TrainJdk.require();
    if (!engine.equals("verl")) {
      throw new UsageException("--engine \"%s\" is unknown; it is verl".formatted(engine));
    }
    return new TrainExportDesk(terminal, data, seed, json)
        .run(out, model, nodes, gpus, groups, rollouts);
  }
}
