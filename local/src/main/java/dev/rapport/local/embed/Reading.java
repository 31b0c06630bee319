package dev.rapport.local.embed;

/**
 * A text as the model read it: one vector for the whole and one per token, all of unit length.
 * Tokens are word pieces by their number in the model's vocabulary; the marks of start and end are
 * left out. Immutable.
 */
public final class Reading {
  private final float[] whole; // [D]
  private final int[] tokens; // [T]
  private final float[] vectors; // [T * D], row by row

  Reading(float[] whole, int[] tokens, float[] vectors) {
    this.whole = whole;
    this.tokens = tokens;
    this.vectors = vectors;
  }

  /** How many tokens were read. */
  public int size() {
    return tokens.length;
  }

  /** Length of every vector. */
  public int dimensions() {
    return whole.length;
  }

  /** The vocabulary number of one token. */
  public int token(int index) {
    return tokens[index];
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

  /** The cosine of one token here and one there, each in its context. */
  public float similarity(int index, Reading other, int otherIndex) {
    int dimensions = whole.length;
    float[] there = other.vectors;
    int a = index * dimensions;
    int b = otherIndex * dimensions;
    // Four sums at once: one alone would wait for each addition to end.
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int end = a + dimensions; a < end; a += 4, b += 4) {
      s0 += vectors[a] * there[b];
      s1 += vectors[a + 1] * there[b + 1];
      s2 += vectors[a + 2] * there[b + 2];
      s3 += vectors[a + 3] * there[b + 3];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
