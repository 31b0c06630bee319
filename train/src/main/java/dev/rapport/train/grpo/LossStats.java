package dev.rapport.train.grpo;

import java.util.Arrays;

/** What was seen while a loss was computed; kept by row, so that the order of work is no matter. */
final class LossStats {
  private final long[] tokens;
  private final long[] clipped;
  private final double[] kl;
  private final double[] least;
  private final double[] most;
  private final double[] drift;

  LossStats(int rows) {
    tokens = new long[rows];
    clipped = new long[rows];
    kl = new double[rows];
    least = new double[rows];
    most = new double[rows];
    drift = new double[rows];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
  }

  void token(int row, double ratio, double klOfToken, boolean isClipped, double difference) {
    tokens[row]++;
    clipped[row] += isClipped ? 1 : 0;
    kl[row] += klOfToken;
    least[row] = Math.min(least[row], ratio);
    most[row] = Math.max(most[row], ratio);
    drift[row] = Math.max(drift[row], Math.abs(difference));
  }

  long tokens() {
    return Arrays.stream(tokens).sum();
  }

  double clipShare() {
    return Arrays.stream(clipped).sum() / (double) Math.max(1, tokens());
  }

  double meanKl() {
    return Arrays.stream(kl).sum() / Math.max(1, tokens());
  }

  double leastRatio() {
    return Arrays.stream(least).min().orElse(1);
  }

  double mostRatio() {
    return Arrays.stream(most).max().orElse(1);
  }

  /** Largest difference between old and new log-probability. */
  double drift() {
    return Arrays.stream(drift).max().orElse(0);
  }
}
