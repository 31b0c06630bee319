package dev.rapport.data.build;

/**
 * What to build.
 *
 * @param contextTokens most tokens of a history, contents alone, its system message included; at
 *     least 1
 * @param seed decides orders, fillers and splits
 */
public record BuildSpec(int contextTokens, long seed) {
  /** Sizes up to here stand in the columns named 32k, larger ones in those named 128k. */
  private static final int LARGEST_SMALL = 64_000;

  public BuildSpec {
    if (contextTokens < 1) {
      throw new IllegalArgumentException(
          "context tokens %d; give at least 1".formatted(contextTokens));
    }
  }

  boolean isSmall() {
    return contextTokens <= LARGEST_SMALL;
  }

  /** How folders and reports name the size: {@code 32k}, or {@code 5500}. */
  public String size() {
    return Layout.size(contextTokens);
  }
}
