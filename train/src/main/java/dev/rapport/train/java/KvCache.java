package dev.rapport.train.java;

import static dev.rapport.train.java.Panels.LANES;

/** Keys and values of one sequence, all layers. */
final class KvCache {
  /** Positions are padded to this, so that scores need no special end. */
  static final int STEP = 4 * LANES.length();

  private final Heads heads;
  private final int capacity;
  private final float[][] keys; // [layer][key head * size, capacity]: position innermost
  private final float[][] values; // [layer][key head, capacity, size]
  private int length;

  KvCache(Heads heads, int layers, int positions) {
    this.heads = heads;
    capacity = (positions + STEP - 1) / STEP * STEP;
    keys = new float[layers][heads.keyWidth() * capacity];
    values = new float[layers][heads.keyWidth() * capacity];
  }

  /** Numbers that a cache for so many positions holds. */
  static long numbers(Heads heads, int layers, int positions) {
    return 2L * layers * heads.keyWidth() * (positions + STEP);
  }

  int capacity() {
    return capacity;
  }

  float[] keys(int layer) {
    return keys[layer];
  }

  float[] values(int layer) {
    return values[layer];
  }

  /** Positions that are filled. */
  int length() {
    return length;
  }

  void grow(int by) {
    length += by;
  }

  /** Takes the key and value of one row and head in; {@link #grow} when all layers have. */
  void put(int layer, int head, int position, float[] k, float[] v, int row) {
    int size = heads.size();
    int at = row * heads.keyWidth() + head * size;
    float[] toKeys = keys[layer];
    for (int d = 0; d < size; d++) {
      toKeys[(head * size + d) * capacity + position] = k[at + d];
    }
    System.arraycopy(v, at, values[layer], (head * capacity + position) * size, size);
  }
}
