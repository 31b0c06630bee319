package dev.rapport.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options that say how a model learns, whatever it learns from. No type of the trainer stands here:
 * any JDK loads it.
 */
final class TrainHow {
  private static final String EVERY_MATRIX =
      "q_proj,k_proj,v_proj,o_proj,gate_proj,up_proj,down_proj";

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "The folder it starts from: config.json, safetensors, tokenizer.")
  String model = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "RUN",
      description = "The run's folder; made if need be.")
  String out = "";

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  long seed = 1;

  @Option(
      names = "--every",
      paramLabel = "N",
      description = "Steps between checkpoints. Default: ${DEFAULT-VALUE}.")
  int every = 50;

  @Option(
      names = "--lora-rank",
      paramLabel = "N",
      description = "Learn adapters of this rank beside weights that stand still. Default: none.")
  int loraRank;

  @Option(
      names = "--lora-alpha",
      paramLabel = "X",
      description = "How strongly they count. Default: twice the rank.")
  double loraAlpha;

  @Option(
      names = "--lora-targets",
      paramLabel = "NAMES",
      split = ",",
      description = "Which matrices get one. Default: ${DEFAULT-VALUE}.",
      defaultValue = EVERY_MATRIX)
  List<String> loraTargets = List.of();

  @Option(
      names = "--recompute",
      description =
          "Compute activations once more on the way back instead of keeping them: less memory,"
              + " about a third more work, the same bits.")
  boolean recompute;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "To work on; changes no result. 0 takes all. Default: ${DEFAULT-VALUE}.")
  int threads;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file. Default: rapport.yaml here or in the user's config folder.")
  @Nullable String config;

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  boolean json;

  int threads() {
    if (threads < 0) {
      throw new UsageException("--threads %d must be 0 or more".formatted(threads));
    }
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }

  Settings settings(Terminal terminal) {
    GlobalOptions options = new GlobalOptions();
    options.config = config;
    options.model = "none";
    return new SettingsReader(terminal.environment(), terminal.workingFolder()).read(options);
  }
}
