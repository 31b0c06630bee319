package dev.rapport.local.embed;

/**
 * A text as the model read it: one vector for the whole and one per token, all of unit length.
 * Tokens are word pieces; the marks of start and end are left out. Immutable.
 */
public final class Reading {
  private final float[] whole; // [D]
  private final float[] vectors; // [T * D], row by row

  Reading(float[] whole, float[] vectors) {
    this.whole = whole;
    this.vectors = vectors;
  }

  /** How many tokens were read. */
  public int size() {
    return vectors.length / whole.length;
  }

  /** Length of every vector. */
  public int dimensions() {
    return whole.length;
  }

  /** The vector of the whole text, as {@link BgeSmall#embed} gives it. */
  public float[] whole() {
    return whole.clone();
  }

  /** Adds {@code weight} times a token's vector to {@code sum}. */
  public void add(int index, double weight, double[] sum) {
    int row = index * sum.length;
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * vectors[row + i];
    }
  }
}
