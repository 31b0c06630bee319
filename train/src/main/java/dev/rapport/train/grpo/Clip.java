package dev.rapport.train.grpo;

/**
 * The clipped policy loss of one token: with r the ratio of new to old probability, {@code max(-A
 * r, -A clip(r, 1 - low, 1 + high))}, and for A below 0 at most {@code -A dual}.
 *
 * @param low above 0, below 1
 * @param high above 0
 * @param dual bound of the ratio where the advantage is negative, above 1
 */
public record Clip(double low, double high, double dual) {
  /** MemAgent's and PersonaMem-v2's settings. */
  public static final Clip DEFAULT = new Clip(0.2, 0.2, 3.0);

  /** Largest exponent of a ratio, as in verl: beyond it a ratio says only "far too large". */
  static final double MOST_EXPONENT = 20;

  public Clip {
    if (!(low > 0 && low < 1) || !(high > 0) || !(dual > 1)) {
      throw new IllegalArgumentException(
          "clip low %s, high %s, dual %s: must be in (0, 1), above 0, above 1"
              .formatted(low, high, dual));
    }
  }

  /** The ratio of new to old probability. */
  static double ratio(double logProb, double old) {
    return Math.exp(Math.clamp(logProb - old, -MOST_EXPONENT, MOST_EXPONENT));
  }

  double loss(double advantage, double ratio) {
    double plain = -advantage * ratio;
    double clipped = -advantage * Math.clamp(ratio, 1 - low, 1 + high);
    double loss = Math.max(plain, clipped);
    return advantage < 0 ? Math.min(loss, -advantage * dual) : loss;
  }

  /** Whether the loss no longer depends on the ratio. */
  boolean isClipped(double advantage, double ratio) {
    return advantage > 0 ? ratio > 1 + high : advantage < 0 && (ratio < 1 - low || ratio > dual);
  }

  /** d(loss)/d(log-probability). */
  double gradient(double advantage, double logProb, double old) {
    double ratio = ratio(logProb, old);
    boolean flat = Math.abs(logProb - old) > MOST_EXPONENT || isClipped(advantage, ratio);
    return flat ? 0 : -advantage * ratio;
  }
}
