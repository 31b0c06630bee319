package dev.rapport.local.write;

import java.util.List;

/**
 * Learns a {@link Logistic} by full-batch Adam; no randomness, so the same data give the same
 * weights.
 */
final class Learning {
  /**
   * A labelled clause.
   *
   * @param weight how much it counts
   */
  record Example(String group, Clause clause, float[] vector, boolean label, double weight) {}

  /** L2 penalties per kind of weight; a negative one leaves the kind out. */
  record Penalties(double signs, double own, double around, double vector) {}

  private static final int ROUNDS = 250;
  private static final double RATE = 0.03;

  private Learning() {}

  static Logistic learn(List<Example> examples, Penalties penalties) {
    int signs = examples.getFirst().clause().signs().length;
    int dims = examples.getFirst().vector().length;
    int size = 1 + signs + 2 * HashedWords.BUCKETS + dims;
    double[] w = new double[size];
    double[] m = new double[size];
    double[] v = new double[size];
    double[] l2 = new double[size];
    fill(l2, 1, signs, penalties.signs());
    fill(l2, 1 + signs, HashedWords.BUCKETS, penalties.own());
    fill(l2, 1 + signs + HashedWords.BUCKETS, HashedWords.BUCKETS, penalties.around());
    fill(l2, 1 + signs + 2 * HashedWords.BUCKETS, dims, penalties.vector());
    double total = examples.stream().mapToDouble(Example::weight).sum();
    for (int round = 1; round <= ROUNDS; round++) {
      double[] gradient = new double[size];
      for (Example e : examples) {
        double error =
            e.weight() / total * (Logistic.probability(dot(w, e, signs)) - (e.label() ? 1 : 0));
        add(gradient, e, signs, error);
      }
      double rate = RATE * Math.min(1, 2.0 * (ROUNDS - round + 1) / ROUNDS);
      for (int i = 0; i < size; i++) {
        if (l2[i] < 0) {
          continue;
        }
        double g = gradient[i] + l2[i] * w[i];
        m[i] = 0.9 * m[i] + 0.1 * g;
        v[i] = 0.999 * v[i] + 0.001 * g * g;
        w[i] -=
            rate
                * (m[i] / (1 - Math.pow(0.9, round)))
                / (Math.sqrt(v[i] / (1 - Math.pow(0.999, round))) + 1e-8);
      }
    }
    return new Logistic(
        (float) w[0],
        slice(w, 1, signs),
        penalties.own() < 0 ? new float[0] : slice(w, 1 + signs, HashedWords.BUCKETS),
        penalties.around() < 0
            ? new float[0]
            : slice(w, 1 + signs + HashedWords.BUCKETS, HashedWords.BUCKETS),
        penalties.vector() < 0
            ? new float[0]
            : slice(w, 1 + signs + 2 * HashedWords.BUCKETS, dims));
  }

  private static double dot(double[] w, Example e, int signs) {
    double sum = w[0];
    float[] s = e.clause().signs();
    for (int i = 0; i < signs; i++) {
      sum += w[1 + i] * s[i];
    }
    sum += hashed(w, 1 + signs, e.clause().own());
    sum += hashed(w, 1 + signs + HashedWords.BUCKETS, e.clause().around());
    int at = 1 + signs + 2 * HashedWords.BUCKETS;
    float[] x = e.vector();
    for (int i = 0; i < x.length; i++) {
      sum += w[at + i] * x[i];
    }
    return sum;
  }

  private static double hashed(double[] w, int at, int[] buckets) {
    double sum = 0;
    for (int bucket : buckets) {
      sum += w[at + bucket];
    }
    return buckets.length == 0 ? 0 : sum / Math.sqrt(buckets.length);
  }

  private static void add(double[] g, Example e, int signs, double error) {
    g[0] += error;
    float[] s = e.clause().signs();
    for (int i = 0; i < signs; i++) {
      g[1 + i] += error * s[i];
    }
    addHashed(g, 1 + signs, e.clause().own(), error);
    addHashed(g, 1 + signs + HashedWords.BUCKETS, e.clause().around(), error);
    int at = 1 + signs + 2 * HashedWords.BUCKETS;
    float[] x = e.vector();
    for (int i = 0; i < x.length; i++) {
      g[at + i] += error * x[i];
    }
  }

  private static void addHashed(double[] g, int at, int[] buckets, double error) {
    for (int bucket : buckets) {
      g[at + bucket] += error / Math.sqrt(buckets.length);
    }
  }

  private static void fill(double[] to, int from, int count, double value) {
    java.util.Arrays.fill(to, from, from + count, value);
  }

  private static float[] slice(double[] w, int from, int count) {
    float[] slice = new float[count];
    for (int i = 0; i < count; i++) {
      slice[i] = (float) w[from + i];
    }
    return slice;
  }
}
