package dev.rapport.train.report;

import java.util.Arrays;

/**
 * A mean and where it lies with 95 % confidence.
 *
 * @param low at most the mean
 * @param high at least the mean
 */
public record Interval(double mean, double low, double high) {
  /** Student's t, two-sided 95 %, by degrees of freedom from 1. */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262
  };

  /** Of a share over the seeds of a run: as {@link #ofValues}, cut to 0 to 1. */
  public static Interval ofSeeds(double... values) {
    Interval whole = ofValues(values);
    return new Interval(whole.mean, Math.max(0, whole.low), Math.min(1, whole.high));
  }

  /** By Student's t; a single value has no interval. */
  public static Interval ofValues(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("an interval of no values");
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    if (values.length == 1) {
      return new Interval(mean, mean, mean);
    }
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    int freedom = values.length - 1;
    double t = T[Math.min(freedom, T.length) - 1];
    double half = t * Math.sqrt(squares / freedom / values.length);
    return new Interval(mean, mean - half, mean + half);
  }

  /** Of a share by Wilson's score. */
  public static Interval ofShare(int right, int asked) {
    double z = 1.96;
    double share = right / (double) asked;
    double scale = 1 + z * z / asked;
    double centre = (share + z * z / (2.0 * asked)) / scale;
    double half =
        z / scale * Math.sqrt(share * (1 - share) / asked + z * z / (4.0 * asked * asked));
    return new Interval(share, Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
