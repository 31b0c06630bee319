package dev.rapport.train.rollout;

/**
 * Seeds by place and not by turn, so that what is drawn does not depend on the order of work. The
 * engine counts tokens on from here.
 */
public record Seeds(long seed) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  public long at(long step, long group, long rollout, long conversation) {
    return mix(mix(mix(mix(mix(seed) + step) + group) + rollout) + conversation);
  }

  /** A stream of its own for another use of the same seed. */
  public Seeds stream(long number) {
    return new Seeds(mix(mix(seed) ^ number));
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    long z = value + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
