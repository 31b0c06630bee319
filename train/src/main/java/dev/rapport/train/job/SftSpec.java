package dev.rapport.train.job;

import dev.rapport.train.model.LoraConfig;

/**
 * A run of SFT.
 *
 * @param model the folder it starts from
 * @param data the file of examples
 * @param digest SHA-256 of that file
 * @param steps 300 in the paper
 * @param batch examples of a step, 64 in the paper
 * @param rate after warming up
 * @param warmUp steps
 * @param maxTokens longer examples are refused
 * @param recompute activations are computed anew rather than kept
 * @param seed of the order, and of adapters
 * @param every so many steps make a checkpoint
 * @param engine that computes
 */
public record SftSpec(
    String model,
    String data,
    String digest,
    int steps,
    int batch,
    double rate,
    int warmUp,
    int maxTokens,
    LoraConfig lora,
    boolean recompute,
    long seed,
    int every,
    String engine) {
  public SftSpec {
    if (steps < 1 || batch < 1 || maxTokens < 2 || every < 1) {
      throw new IllegalArgumentException(
          "steps %d, batch %d, most tokens %d, checkpoint every %d; 1 or more, tokens 2"
              .formatted(steps, batch, maxTokens, every));
    }
  }
}
