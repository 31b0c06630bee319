package dev.rapport.cli;

import java.util.List;
import picocli.CommandLine.Option;

/**
 * Options that say how a model learns, whatever it learns from. No type of the trainer stands here:
 * any JDK loads it.
 */
final class TrainHow {
  private static final String EVERY_MATRIX =
      "q_proj,k_proj,v_proj,o_proj,gate_proj,up_proj,down_proj";

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
}
