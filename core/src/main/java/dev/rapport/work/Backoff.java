package dev.rapport.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double with every failure and are drawn at random below that ("full jitter"), so that
 * callers who failed together do not come back together. Safe for several threads.
 */
final class Backoff {
  private static final int MOST_DOUBLINGS = 30;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /**
   * A pause from 0 to the first one doubled for every further failure.
   *
   * @param failures so far, at least 1
   */
  Duration after(int failures) {
    long most = longest.toNanos();
    int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
    long bound = first.toNanos() > most >> doublings ? most : first.toNanos() << doublings;
    return Duration.ofNanos(draw(bound + 1));
  }

  private synchronized long draw(long bound) {
    return random.nextLong(bound);
  }
}
