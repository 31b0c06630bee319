package dev.rapport.train.model;

import java.util.List;
import java.util.Locale;

/**
 * Low-rank adapters (arXiv 2106.09685): a chosen matrix W stands still, and {@code alpha / rank * B
 * A} is learned beside it.
 *
 * @param rank of each adapter; 0 for none, so that all weights learn
 * @param alpha how strongly adapters count, above 0
 * @param targets which matrices of each layer, of {@link #ALL}
 */
public record LoraConfig(int rank, double alpha, List<String> targets) {
  /** Every matrix of a layer. */
  public static final List<String> ALL =
      List.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj");

  /** No adapters: all weights learn. */
  public static final LoraConfig NONE = new LoraConfig(0, 1, List.of());

  public LoraConfig {
    targets = List.copyOf(targets);
    if (rank < 0 || !(alpha > 0)) {
      throw new IllegalArgumentException(
          "LoRA of rank %d with alpha %s; rank must be 0 or more, alpha above 0"
              .formatted(rank, alpha));
    }
    if (rank > 0 && targets.isEmpty()) {
      throw new IllegalArgumentException(
          "LoRA of rank %d has no targets; name some of %s".formatted(rank, ALL));
    }
    for (String target : targets) {
      if (!ALL.contains(target)) {
        throw new IllegalArgumentException(
            "LoRA target \"%s\" is unknown; it is one of %s".formatted(target, ALL));
      }
    }
  }

  /** Whether there is anything to adapt. */
  public boolean adapts() {
    return rank > 0;
  }

  /** Whether the tensor of that name gets an adapter. */
  public boolean adapts(String tensor) {
    return adapts()
        && targets.stream().anyMatch(target -> tensor.endsWith("." + target + ".weight"));
  }

  /** What the product of both matrices is multiplied by. */
  public float scale() {
    return (float) (alpha / rank);
  }

  @Override
  public String toString() {
    return adapts()
        ? String.format(Locale.ROOT, "LoRA rank %d, alpha %s, %s", rank, alpha, targets)
        : "all weights";
  }
}
