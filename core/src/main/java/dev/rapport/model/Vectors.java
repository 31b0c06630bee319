package dev.rapport.model;

/** Arithmetic on vectors of one length. */
public final class Vectors {
  private Vectors() {}

  /** The dot product; of vectors of unit length, such as an {@link Embedder} gives, the cosine. */
  public static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
