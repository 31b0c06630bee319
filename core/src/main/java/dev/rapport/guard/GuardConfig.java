package dev.rapport.guard;

/**
 * @param capTokens most tokens the page's Markdown may have, 128 to 32768 (paper: 2048)
 * @param maxLoss largest share of a page's lines that one model update may drop, 0 to 1
 * @param smallPage pages of at most this many lines may lose any share
 * @param lineTokens most tokens of one model-written line, 8 to 512
 */
public record GuardConfig(int capTokens, double maxLoss, int smallPage, int lineTokens) {
  public static final GuardConfig DEFAULT = new GuardConfig(2048, 0.34, 4, 96);

  public GuardConfig {
    requireBetween("cap-tokens", capTokens, 128, 32_768);
    requireBetween("small-page", smallPage, 0, 1_000);
    requireBetween("line-tokens", lineTokens, 8, 512);
    if (!(maxLoss >= 0 && maxLoss <= 1)) {
      throw new IllegalArgumentException("max-loss %s must be from 0 to 1".formatted(maxLoss));
    }
  }

  private static void requireBetween(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s %d must be from %d to %d".formatted(name, value, least, most));
    }
  }
}
