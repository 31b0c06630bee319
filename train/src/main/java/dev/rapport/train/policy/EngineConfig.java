package dev.rapport.train.policy;

import dev.rapport.train.model.LoraConfig;

/**
 * How a model is held and learns.
 *
 * @param threads to work on; no result depends on them
 * @param lora what learns
 * @param seed of the adapters' first values
 * @param recompute whether a layer's activations are computed once more on the way back rather than
 *     kept: the same gradient, for about a third more work and a fraction of the memory
 */
public record EngineConfig(int threads, LoraConfig lora, long seed, boolean recompute) {
  public EngineConfig {
    if (threads < 1) {
      throw new IllegalArgumentException("%d threads; must be at least 1".formatted(threads));
    }
  }

  /** All weights learn, and activations are kept. */
  public static EngineConfig onThreads(int threads) {
    return new EngineConfig(threads, LoraConfig.NONE, 0, false);
  }

  public EngineConfig withLora(LoraConfig value, long itsSeed) {
    return new EngineConfig(threads, value, itsSeed, recompute);
  }

  public EngineConfig withRecompute(boolean value) {
    return new EngineConfig(threads, lora, seed, value);
  }
}
