package dev.rapport.privacy;

/** Tells made-up keys from words and names. */
final class Entropy {
  private static final double LEAST_BITS = 2.6;
  private static final int LONG = 20;

  private Entropy() {}

  /** Whether a token has letters, enough digits, and enough different signs to be a key. */
  static boolean looksRandom(String token, int leastLength) {
    if (token.length() < leastLength) {
      return false;
    }
    long digits = token.chars().filter(c -> c >= '0' && c <= '9').count();
    long letters = token.chars().filter(Character::isLetter).count();
    boolean mixed = digits >= 2 && letters >= 2;
    boolean dense = token.length() >= LONG && digits >= 1 && bitsPerSign(token) > 3.5;
    return (mixed || dense) && bitsPerSign(token) > LEAST_BITS && token.indexOf("..") < 0;
  }

  /** Shannon's entropy of the token's own signs, in bits. */
  static double bitsPerSign(String token) {
    double bits = 0;
    int[] counts = new int[128];
    int others = 0;
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) < counts.length) {
        counts[token.charAt(i)]++;
      } else {
        others++;
      }
    }
    for (int count : counts) {
      bits += share(count, token.length());
    }
    return bits + share(others, token.length());
  }

  private static double share(int count, int of) {
    double part = (double) count / of;
    return count == 0 ? 0 : -part * Math.log(part) / Math.log(2);
  }
}
