package dev.rapport.work;

import java.time.Duration;

/**
 * How the embedded engine works.
 *
 * @param keysAtOnce most keys worked on at the same time, 1 to 100000
 * @param failures a worker may have with a key, one after the other, before the key is parked
 * @param firstPause most time before the first try after a failure; doubles for each further one
 * @param longestPause most time before any such try
 */
public record EngineConfig(
    int keysAtOnce, int failures, Duration firstPause, Duration longestPause) {
  public static final EngineConfig DEFAULT =
      new EngineConfig(64, 6, Duration.ofMillis(200), Duration.ofMinutes(1));

  private static final int MOST_AT_ONCE = 100_000;

  public EngineConfig {
    if (keysAtOnce < 1 || keysAtOnce > MOST_AT_ONCE) {
      throw new IllegalArgumentException(
          "keys-at-once %d must be from 1 to %d".formatted(keysAtOnce, MOST_AT_ONCE));
    }
    if (failures < 1) {
      throw new IllegalArgumentException("failures %d must be at least 1".formatted(failures));
    }
    if (!firstPause.isPositive() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "first-pause %s must be positive and longest-pause %s not shorter"
              .formatted(firstPause, longestPause));
    }
  }
}
