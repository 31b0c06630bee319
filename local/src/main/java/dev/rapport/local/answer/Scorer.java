package dev.rapport.local.answer;

import java.util.Arrays;

/**
 * Which line speaks, and for which option: {@code P(l, o) ~ exp(w . fits(l, o) + v . bearings(l))},
 * with one more, silent line of weight {@code exp(silence)} that favours no option. An option's
 * probability is the sum over the lines. Without lines, all options are equally probable.
 * Immutable.
 */
final class Scorer {
  /** The weights: those of the fits, those of the bearings, and the silent line's. */
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
   * @return {@code [L + 1][O]}, the silent line last; sums to 1
   */
  double[][] joint(Evidence evidence, int options) {
    int lines = evidence.fits.length;
    double[][] joint = new double[lines + 1][options];
    double silence = weights[WEIGHTS - 1];
    double most = silence;
    for (int l = 0; l < lines; l++) {
      double bearing = dot(evidence.bearings[l], Evidence.FITS.size());
      for (int o = 0; o < options; o++) {
        joint[l][o] = bearing + dot(evidence.fits[l][o], 0);
        most = Math.max(most, joint[l][o]);
      }
    }
    Arrays.fill(joint[lines], silence);
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

  static double[] overLines(double[][] joint) {
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
