package dev.rapport.train.java;

import java.util.Arrays;

/** An array that is kept from batch to batch and grows when a larger one comes. */
final class Buffer {
  private float[] values = new float[0];

  /** At least {@code length} values, whatever they are. */
  float[] take(long length) {
    values = fit(values, length);
    return values;
  }

  /** As {@link #take}, with zeros in the first {@code length}. */
  float[] zeros(long length) {
    float[] taken = take(length);
    Arrays.fill(taken, 0, Math.toIntExact(length), 0f);
    return taken;
  }

  /** The array itself when it is long enough, else one that is, with room to spare. */
  static float[] fit(float[] array, long length) {
    if (array.length >= length) {
      return array;
    }
    return new float[Math.toIntExact(Math.min(length + length / 8, Integer.MAX_VALUE - 16L))];
  }
}
