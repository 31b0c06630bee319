package dev.rapport.train.java;

import dev.rapport.train.model.ModelConfig;

/**
 * How queries and keys are cut into heads.
 *
 * @param queries number of query heads
 * @param keys number of key and value heads
 * @param size width of a head
 */
record Heads(int queries, int keys, int size) {
  static Heads of(ModelConfig config) {
    return new Heads(config.heads(), config.kvHeads(), config.headSize());
  }

  /** Query heads that share a key head. */
  int group() {
    return queries / keys;
  }

  int queryWidth() {
    return queries * size;
  }

  int keyWidth() {
    return keys * size;
  }

  /** What scores are multiplied by before the softmax. */
  float scale() {
    return (float) (1 / Math.sqrt(size));
  }
}
