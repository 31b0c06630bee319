package dev.rapport.work;

/**
 * How hard one model may be worked.
 *
 * @param callsAtOnce most calls under way, 1 to 100000
 * @param requestsPerMinute most calls begun in a minute; {@link #UNLIMITED} for no such limit
 * @param tokensPerMinute most tokens sent and received in a minute; {@link #UNLIMITED} for no limit
 */
public record LimiterConfig(int callsAtOnce, long requestsPerMinute, long tokensPerMinute) {
  /** No limit of this kind. */
  public static final long UNLIMITED = 0;

  public static final LimiterConfig DEFAULT = new LimiterConfig(8, UNLIMITED, UNLIMITED);

  private static final int MOST_AT_ONCE = 100_000;

  public LimiterConfig {
    if (callsAtOnce < 1 || callsAtOnce > MOST_AT_ONCE) {
      throw new IllegalArgumentException(
          "calls-at-once %d must be from 1 to %d".formatted(callsAtOnce, MOST_AT_ONCE));
    }
    if (requestsPerMinute < 0 || tokensPerMinute < 0) {
      throw new IllegalArgumentException(
          "requests-per-minute %d and tokens-per-minute %d must not be negative; 0 is no limit"
              .formatted(requestsPerMinute, tokensPerMinute));
    }
  }
}
