package dev.rapport.train.grpo;

/**
 * A learning rate that rises evenly and then stays.
 *
 * @param peak the rate after warming up, 0 or more
 * @param warmUp steps of the rise, 0 or more
 */
public record Rate(double peak, int warmUp) {
  public Rate {
    if (!(peak >= 0) || warmUp < 0) {
      throw new IllegalArgumentException(
          "rate %s and warm-up %d must be 0 or more".formatted(peak, warmUp));
    }
  }

  /**
   * @param step from 0
   */
  public double at(long step) {
    return step < warmUp ? peak * (step + 1) / (warmUp + 1) : peak;
  }
}
