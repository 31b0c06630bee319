package dev.rapport.work;

import java.time.Duration;

/**
 * How long to insist on one call.
 *
 * @param retries tries after the first that failed; refusals to serve do not count, 0 to 20
 * @param firstPause most time before the first retry; doubles for each further one
 * @param longestPause most time before any retry
 * @param deadline for the call with all its waiting and retries; an attempt under way is not cut
 *     short by it
 */
public record CallConfig(
    int retries, Duration firstPause, Duration longestPause, Duration deadline) {
  public static final CallConfig DEFAULT =
      new CallConfig(4, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(10));

  private static final int MOST_RETRIES = 20;

  public CallConfig {
    if (retries < 0 || retries > MOST_RETRIES) {
      throw new IllegalArgumentException(
          "retries %d must be from 0 to %d".formatted(retries, MOST_RETRIES));
    }
    if (!firstPause.isPositive() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "first-pause %s must be positive and longest-pause %s not shorter"
              .formatted(firstPause, longestPause));
    }
    if (!deadline.isPositive()) {
      throw new IllegalArgumentException("deadline %s must be positive".formatted(deadline));
    }
  }
}
