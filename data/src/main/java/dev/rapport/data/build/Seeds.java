package dev.rapport.data.build;

/** Makes one seed of two numbers, so that every persona has its own order. */
final class Seeds {
  private Seeds() {}

  /** Constants of SplitMix64 (Steele, Lea and Flood, 2014). */
  static long mix(long seed, long number) {
    long z = seed + 0x9e3779b97f4a7c15L * (number + 1);
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
