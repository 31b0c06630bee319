package dev.rapport.train.grpo;

/**
 * How far a token's probability went from that of the frozen start, by Schulman's third estimator:
 * with d = log-probability there minus here, {@code e^d - d - 1}. Its expected gradient is that of
 * KL(start, policy).
 */
final class Kl {
  private static final double MOST = 10;
  private static final double MOST_EXPONENT = 20;

  private Kl() {}

  static double loss(double logProb, double start) {
    return Math.min(raw(start - logProb), MOST);
  }

  /** d(loss)/d(log-probability). */
  static double gradient(double logProb, double start) {
    double delta = start - logProb;
    boolean flat = Math.abs(delta) > MOST_EXPONENT || raw(delta) > MOST;
    return flat ? 0 : 1 - Math.exp(delta);
  }

  private static double raw(double delta) {
    double bounded = Math.clamp(delta, -MOST_EXPONENT, MOST_EXPONENT);
    return Math.exp(bounded) - bounded - 1;
  }
}
