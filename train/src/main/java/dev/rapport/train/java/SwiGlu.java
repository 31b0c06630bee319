package dev.rapport.train.java;

import static dev.rapport.train.java.Panels.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * {@code y = gate * sigmoid(gate) * up}, element by element.
 *
 * <p>Backward, with {@code s = sigmoid(gate)}: {@code dgate = dy up s (1 + gate (1 - s))}, {@code
 * dup = dy gate s}.
 */
final class SwiGlu {
  private static final int RUN = 1 << 14;

  private SwiGlu() {}

  static void forward(Workers workers, float[] gate, float[] up, int n, float[] y) {
    runs(
        workers,
        n,
        (from, to) -> {
          int whole = from + LANES.loopBound(to - from);
          for (int i = from; i < whole; i += LANES.length()) {
            FloatVector g = FloatVector.fromArray(LANES, gate, i);
            FloatVector u = FloatVector.fromArray(LANES, up, i);
            g.mul(sigmoid(g)).mul(u).intoArray(y, i);
          }
          for (int i = whole; i < to; i++) {
            y[i] = gate[i] * sigmoid(gate[i]) * up[i];
          }
        });
  }

  /** dgate and dup may stand in place of nothing that is read: neither gate nor up. */
  static void backward(
      Workers workers, float[] gate, float[] up, float[] dy, int n, float[] dgate, float[] dup) {
    runs(
        workers,
        n,
        (from, to) -> {
          int whole = from + LANES.loopBound(to - from);
          for (int i = from; i < whole; i += LANES.length()) {
            FloatVector g = FloatVector.fromArray(LANES, gate, i);
            FloatVector u = FloatVector.fromArray(LANES, up, i);
            FloatVector d = FloatVector.fromArray(LANES, dy, i);
            FloatVector s = sigmoid(g);
            FloatVector ds = d.mul(s);
            ds.mul(g).intoArray(dup, i);
            ds.mul(u).mul(g.mul(s.neg().add(1f)).add(1f)).intoArray(dgate, i);
          }
          for (int i = whole; i < to; i++) {
            float s = sigmoid(gate[i]);
            float ds = dy[i] * s;
            dup[i] = ds * gate[i];
            dgate[i] = ds * up[i] * (gate[i] * (-s + 1f) + 1f);
          }
        });
  }

  private static float sigmoid(float x) {
    return 1f / (Exp.of(-x) + 1f);
  }

  private static FloatVector sigmoid(FloatVector x) {
    return FloatVector.broadcast(LANES, 1f).div(Exp.of(x.neg()).add(1f));
  }

  private static void runs(Workers workers, int n, Run body) {
    workers.run((n + RUN - 1) / RUN, run -> body.apply(run * RUN, Math.min(n, (run + 1) * RUN)));
  }

  @FunctionalInterface
  private interface Run {
    void apply(int from, int to);
  }
}
