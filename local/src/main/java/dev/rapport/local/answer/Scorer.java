package dev.rapport.local.answer;

import java.util.Arrays;

/**
 * Which passage speaks, and for which option: {@code P(p, o) ~ exp(w . fits(p, o) + v .
 * bearings(p))}, with one more, silent passage of weight {@code exp(silence)} that favours no
 * option. An option's probability is the sum over the passages. Without any, all options are
 * equally probable. Immutable.
 */
final class Scorer {
  /** The weights: those of the fits, those of the bearings, and the silent passage's. */
  static final int WEIGHTS = Evidence.FITS.size() + Evidence.BEARINGS.size() + 1;

  private final double[] weights;

  Scorer(double[] weights) {
    if (weights.length != WEIGHTS) {
      throw new IllegalArgumentException(
          "%d weights; this scorer has %d".formatted(weights.length, WEIGHTS));
    }
    this.weights = weights.clone();
  }

  double[] weights() {
    return weights.clone();
  }

  /**
   * @return {@code [P + 1][O]}, the silent passage last; sums to 1
   */
  double[][] joint(Evidence evidence, int options) {
    int passages = evidence.fits.length;
    double[][] joint = new double[passages + 1][options];
    double silence = weights[WEIGHTS - 1];
    double most = silence;
    for (int p = 0; p < passages; p++) {
      double bearing = dot(evidence.bearings[p], Evidence.FITS.size());
      for (int o = 0; o < options; o++) {
        joint[p][o] = bearing + dot(evidence.fits[p][o], 0);
        most = Math.max(most, joint[p][o]);
      }
    }
    Arrays.fill(joint[passages], silence);
    double sum = 0;
    for (double[] row : joint) {
      for (int o = 0; o < options; o++) {
        row[o] = Math.exp(row[o] - most);
        sum += row[o];
      }
    }
    for (double[] row : joint) {
      for (int o = 0; o < options; o++) {
        row[o] /= sum;
      }
    }
    return joint;
  }

  static double[] overPassages(double[][] joint) {
    double[] options = new double[joint[0].length];
    for (double[] row : joint) {
      for (int o = 0; o < options.length; o++) {
        options[o] += row[o];
      }
    }
    return options;
  }

  private double dot(double[] values, int from) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[from + i] * values[i];
    }
    return sum;
  }
}
