package dev.rapport.train.java;

import static dev.rapport.train.java.Panels.LANES;
import static dev.rapport.train.java.Panels.WIDTH;

import jdk.incubator.vector.FloatVector;

/** One row times a matrix, as it comes up when a single reply is written token by token. */
final class RowKernel {
  /** Panels at a time: eight sums hide the time that one multiply-add takes. */
  private static final int PANELS = 4;

  private RowKernel() {}

  /** See {@link Gemm#block}. */
  static void row(
      float[] a,
      int left,
      Panels b,
      int depth,
      int panel,
      int columns,
      float[] c,
      int at,
      boolean add) {
    int whole = columns / WIDTH;
    int p = panel;
    for (; p + PANELS <= whole; p += PANELS) {
      four(a, left, b.values(), b.start(p), b.start(1), depth, c, at + p * WIDTH, add);
    }
    for (; p < whole; p++) {
      one(a, left, b.values(), b.start(p), depth, c, at + p * WIDTH, add);
    }
    if (p * WIDTH < columns) {
      var corner = new float[WIDTH];
      int width = columns - p * WIDTH;
      System.arraycopy(c, at + p * WIDTH, corner, 0, width);
      one(a, left, b.values(), b.start(p), depth, corner, 0, add);
      System.arraycopy(corner, 0, c, at + p * WIDTH, width);
    }
  }

  private static void one(
      float[] a, int left, float[] b, int right, int depth, float[] c, int at, boolean add) {
    int half = LANES.length();
    FloatVector zero = FloatVector.zero(LANES);
    FloatVector s0 = add ? FloatVector.fromArray(LANES, c, at) : zero;
    FloatVector s1 = add ? FloatVector.fromArray(LANES, c, at + half) : zero;
    for (int d = 0; d < depth; d++) {
      FloatVector x = FloatVector.broadcast(LANES, a[left + d]);
      s0 = x.fma(FloatVector.fromArray(LANES, b, right + d * WIDTH), s0);
      s1 = x.fma(FloatVector.fromArray(LANES, b, right + d * WIDTH + half), s1);
    }
    s0.intoArray(c, at);
    s1.intoArray(c, at + half);
  }

  private static void four(
      float[] a,
      int left,
      float[] b,
      int right,
      int panelStride,
      int depth,
      float[] c,
      int at,
      boolean add) {
    int half = LANES.length();
    int right1 = right + panelStride;
    int right2 = right1 + panelStride;
    int right3 = right2 + panelStride;
    FloatVector zero = FloatVector.zero(LANES);
    FloatVector s0 = add ? FloatVector.fromArray(LANES, c, at) : zero;
    FloatVector s1 = add ? FloatVector.fromArray(LANES, c, at + half) : zero;
    FloatVector s2 = add ? FloatVector.fromArray(LANES, c, at + WIDTH) : zero;
    FloatVector s3 = add ? FloatVector.fromArray(LANES, c, at + WIDTH + half) : zero;
    FloatVector s4 = add ? FloatVector.fromArray(LANES, c, at + 2 * WIDTH) : zero;
    FloatVector s5 = add ? FloatVector.fromArray(LANES, c, at + 2 * WIDTH + half) : zero;
    FloatVector s6 = add ? FloatVector.fromArray(LANES, c, at + 3 * WIDTH) : zero;
    FloatVector s7 = add ? FloatVector.fromArray(LANES, c, at + 3 * WIDTH + half) : zero;
    for (int d = 0; d < depth; d++) {
      FloatVector x = FloatVector.broadcast(LANES, a[left + d]);
      int i = d * WIDTH;
      s0 = x.fma(FloatVector.fromArray(LANES, b, right + i), s0);
      s1 = x.fma(FloatVector.fromArray(LANES, b, right + i + half), s1);
      s2 = x.fma(FloatVector.fromArray(LANES, b, right1 + i), s2);
      s3 = x.fma(FloatVector.fromArray(LANES, b, right1 + i + half), s3);
      s4 = x.fma(FloatVector.fromArray(LANES, b, right2 + i), s4);
      s5 = x.fma(FloatVector.fromArray(LANES, b, right2 + i + half), s5);
      s6 = x.fma(FloatVector.fromArray(LANES, b, right3 + i), s6);
      s7 = x.fma(FloatVector.fromArray(LANES, b, right3 + i + half), s7);
    }
    s0.intoArray(c, at);
    s1.intoArray(c, at + half);
    s2.intoArray(c, at + WIDTH);
    s3.intoArray(c, at + WIDTH + half);
    s4.intoArray(c, at + 2 * WIDTH);
    s5.intoArray(c, at + 2 * WIDTH + half);
    s6.intoArray(c, at + 3 * WIDTH);
    s7.intoArray(c, at + 3 * WIDTH + half);
  }
}
