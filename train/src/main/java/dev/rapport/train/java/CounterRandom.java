package dev.rapport.train.java;

/** A random number for a seed and a count, whatever was drawn before: SplitMix64, twice. */
final class CounterRandom {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private CounterRandom() {}

  /** From 0 to below 1, in steps of 2^-53. */
  static double uniform(long seed, long count) {
    return (mix(mix(seed + GOLDEN) + (count + 1) * GOLDEN) >>> 11) * 0x1.0p-53;
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
