package dev.rapport.train.java;

import static dev.rapport.train.java.Panels.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Softmax of one row, left undivided: a caller divides what is shorter. */
final class Softmax {
  private Softmax() {}

  static float max(float[] x, int at, int n) {
    int whole = LANES.loopBound(n);
    FloatVector most = FloatVector.broadcast(LANES, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < whole; i += LANES.length()) {
      most = most.max(FloatVector.fromArray(LANES, x, at + i));
    }
    float max = most.reduceLanes(VectorOperators.MAX);
    for (int i = whole; i < n; i++) {
      max = Math.max(max, x[at + i]);
    }
    return max;
  }

  /**
   * Puts {@code exp((x - max) * scale)} in place of x.
   *
   * @return their sum
   */
  static double exponentials(float[] x, int at, int n, float max, float scale) {
    int whole = LANES.loopBound(n);
    for (int i = 0; i < whole; i += LANES.length()) {
      Exp.of(FloatVector.fromArray(LANES, x, at + i).sub(max).mul(scale)).intoArray(x, at + i);
    }
    for (int i = whole; i < n; i++) {
      x[at + i] = Exp.of((x[at + i] - max) * scale);
    }
    return Sums.of(x, at, n);
  }
}
