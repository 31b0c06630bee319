package dev.rapport.learn;

import dev.rapport.chunk.ChunkerConfig;

/**
 * @param chunker how the inbox is cut
 * @param maxChunks most chunks folded in one learning run, at least 1; the rest waits in the inbox
 */
public record LearnerConfig(ChunkerConfig chunker, int maxChunks) {
  public static final LearnerConfig DEFAULT =
      new LearnerConfig(ChunkerConfig.DEFAULT, Integer.MAX_VALUE);

  public LearnerConfig {
    if (maxChunks < 1) {
      throw new IllegalArgumentException("max-chunks %d must be at least 1".formatted(maxChunks));
    }
  }
}
