package dev.rapport.train.java;

/** Sums in 64 bits, four at a time in a fixed order. */
final class Sums {
  private Sums() {}

  static double of(float[] x, int at, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      s0 += x[at + i];
      s1 += x[at + i + 1];
      s2 += x[at + i + 2];
      s3 += x[at + i + 3];
    }
    for (; i < n; i++) {
      s0 += x[at + i];
    }
    return s0 + s1 + (s2 + s3);
  }

  static double dot(float[] x, int at, float[] y, int from, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      s0 += (double) x[at + i] * y[from + i];
      s1 += (double) x[at + i + 1] * y[from + i + 1];
      s2 += (double) x[at + i + 2] * y[from + i + 2];
      s3 += (double) x[at + i + 3] * y[from + i + 3];
    }
    for (; i < n; i++) {
      s0 += (double) x[at + i] * y[from + i];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** {@code y += x}. */
  static void add(float[] x, int at, float[] y, int to, int n) {
    for (int i = 0; i < n; i++) {
      y[to + i] += x[at + i];
    }
  }
}
