package dev.rapport.scheduler;

import dev.rapport.chunk.ChunkMode;
import dev.rapport.chunk.ChunkerConfig;
import dev.rapport.learn.LearnerConfig;
import dev.rapport.text.TokenCounter;

/** Counts every turn as so much that two do not fit into one chunk. */
final class TurnCounter implements TokenCounter {
  static final LearnerConfig ONE_TURN_A_CHUNK =
      new LearnerConfig(new ChunkerConfig(256, ChunkMode.WHOLE_TURNS), Integer.MAX_VALUE);

  @Override
  public String name() {
    return "turns";
  }

  @Override
  public int count(CharSequence text) {
    return text.isEmpty() ? 0 : 200;
  }

  @Override
  public int fit(String text, int from, int maxTokens) {
    return text.length();
  }
}
