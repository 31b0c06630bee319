package dev.rapport.local.answer;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the scorer's weights by full-batch Adam on three likelihoods: of the right option, of the
 * right option told by a telling passage, and, with the telling passages taken away, of all options
 * alike (so that a page that does not speak to a question favours none). Fits and bearings are
 * standardised for fitting and the scales folded into the weights afterwards.
 */
final class Fitting {
  private static final int FITS = Evidence.FITS.size();
  private static final int BEARINGS = Evidence.BEARINGS.size();
  private static final int STEPS = 500;
  private static final double RATE = 0.03;
  private static final double RIDGE = 0.01;
  private static final double SILENT_PAGE = 0.3;

  private final List<TuningSet> sets;
  private final double[] mean = new double[BEARINGS];
  private final double[] deviation = new double[BEARINGS];
  private final double[] spread = new double[FITS];

  private Fitting(List<TuningSet> sets) {
    this.sets = sets;
    long count = 0;
    long fitted = 0;
    double[] squares = new double[BEARINGS];
    for (TuningSet set : sets) {
      for (double[] row : set.evidence().bearings) {
        count++;
        for (int i = 0; i < BEARINGS; i++) {
          mean[i] += row[i];
          squares[i] += row[i] * row[i];
        }
      }
    }
    for (TuningSet set : sets) {
      for (double[][] passage : set.evidence().fits) {
        for (double[] row : passage) {
          fitted++;
          for (int i = 0; i < FITS; i++) {
            spread[i] += row[i] * row[i];
          }
        }
      }
    }
    for (int i = 0; i < FITS; i++) {
      spread[i] = Math.sqrt(Math.max(spread[i] / fitted, 1e-9));
    }
    for (int i = 0; i < BEARINGS; i++) {
      mean[i] /= count;
      deviation[i] = Math.sqrt(Math.max(squares[i] / count - mean[i] * mean[i], 1e-9));
    }
  }

  static Scorer fit(List<TuningSet> sets) {
    Fitting fitting = new Fitting(sets);
    double[] theta = new double[Scorer.WEIGHTS];
    Arrays.fill(theta, 0, FITS, 0.3);
    Arrays.fill(theta, FITS, FITS + BEARINGS, 0.1);
    double[] first = new double[theta.length];
    double[] second = new double[theta.length];
    for (int step = 1; step <= STEPS; step++) {
      double[] gradient = fitting.gradient(theta);
      double rate = RATE * Math.min(1, 2.0 * (STEPS - step) / STEPS);
      for (int i = 0; i < theta.length; i++) {
        first[i] = 0.9 * first[i] + 0.1 * gradient[i];
        second[i] = 0.99 * second[i] + 0.01 * gradient[i] * gradient[i];
        double slope = first[i] / (1 - Math.pow(0.9, step));
        theta[i] -= rate * slope / (Math.sqrt(second[i] / (1 - Math.pow(0.99, step))) + 1e-8);
      }
    }
    return new Scorer(fitting.folded(theta));
  }

  private double[] folded(double[] theta) {
    double[] weights = theta.clone();
    for (int i = 0; i < FITS; i++) {
      weights[i] = theta[i] / spread[i];
    }
    for (int i = 0; i < BEARINGS; i++) {
      weights[FITS + i] = theta[FITS + i] / deviation[i];
      weights[Scorer.WEIGHTS - 1] += weights[FITS + i] * mean[i];
    }
    return weights;
  }

  private double[] gradient(double[] theta) {
    Scorer scorer = new Scorer(folded(theta));
    double[] gradient = new double[theta.length];
    double total = 0;
    for (TuningSet set : sets) {
      total += set.sort().weight;
      double[][] joint = scorer.joint(set.evidence(), set.options());
      double[][] slope = new double[joint.length][set.options()];
      pull(slope, joint, set, (p, o) -> o == set.right() ? 1 : 0, 1);
      pull(slope, joint, set, (p, o) -> o == set.right() && telling(set, p) ? 1 : 0, 1);
      silent(slope, joint, set);
      collect(gradient, slope, set);
    }
    for (int i = 0; i < theta.length; i++) {
      gradient[i] = gradient[i] / total + 2 * RIDGE * (i == theta.length - 1 ? 0 : theta[i]);
    }
    return gradient;
  }

  private static boolean telling(TuningSet set, int passage) {
    return passage < set.telling().length && set.telling()[passage];
  }

  private interface Mask {
    double at(int passage, int option);
  }

  /** Adds the slope of minus the log of the mass that the mask covers. */
  private static void pull(
      double[][] slope, double[][] joint, TuningSet set, Mask mask, double strength) {
    double covered = 1e-12;
    for (int p = 0; p < joint.length; p++) {
      for (int o = 0; o < set.options(); o++) {
        covered += joint[p][o] * mask.at(p, o);
      }
    }
    for (int p = 0; p < joint.length; p++) {
      for (int o = 0; o < set.options(); o++) {
        slope[p][o] += strength * joint[p][o] * (1 - mask.at(p, o) / covered);
      }
    }
  }

  /** Without the telling passages, every option should be as likely as any other. */
  private static void silent(double[][] slope, double[][] joint, TuningSet set) {
    double left = 0;
    double[] each = new double[set.options()];
    for (int p = 0; p < joint.length; p++) {
      if (!telling(set, p)) {
        for (int o = 0; o < each.length; o++) {
          each[o] += joint[p][o];
          left += joint[p][o];
        }
      }
    }
    for (int p = 0; p < joint.length; p++) {
      if (!telling(set, p)) {
        for (int o = 0; o < each.length; o++) {
          double mass = joint[p][o];
          slope[p][o] += SILENT_PAGE * (mass / left - mass / (each[o] + 1e-12) / each.length);
        }
      }
    }
  }

  private void collect(double[] gradient, double[][] slope, TuningSet set) {
    double weight = set.sort().weight;
    int passages = set.evidence().fits.length;
    for (int p = 0; p < passages; p++) {
      double bearing = 0;
      for (int o = 0; o < set.options(); o++) {
        bearing += slope[p][o];
        for (int i = 0; i < FITS; i++) {
          gradient[i] += weight * slope[p][o] * set.evidence().fits[p][o][i] / spread[i];
        }
      }
      for (int i = 0; i < BEARINGS; i++) {
        double standard = (set.evidence().bearings[p][i] - mean[i]) / deviation[i];
        gradient[FITS + i] += weight * bearing * standard;
      }
    }
    for (double slopeOfSilence : slope[passages]) {
      gradient[gradient.length - 1] += weight * slopeOfSilence;
    }
  }
}
