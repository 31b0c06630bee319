package dev.rapport.learn;

import dev.rapport.work.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether somebody has been quiet for long enough. Turns may have arrived at a process whose clock
 * is ahead; for those the time counts from when they were first seen here. Safe for several
 * threads.
 */
final class Quiet {
  private record Seen(Instant newest, long at) {}

  private final Duration time;
  private final WorkTime clock;
  private final Map<String, Seen> ahead = new ConcurrentHashMap<>();

  /**
   * @param time that is long enough
   */
  Quiet(Duration time, WorkTime clock) {
    this.time = time;
    this.clock = clock;
  }

  /** When they will have been, if nothing more arrives. */
  Instant from(Backlog backlog) {
    return backlog.newest().plus(time);
  }

  /** What is left until then; none when they have been. */
  Duration left(String key, Backlog backlog) {
    Instant now = clock.now();
    if (!backlog.newest().isAfter(now)) {
      ahead.remove(key);
      return atLeastNone(Duration.between(now, from(backlog)));
    }
    Seen seen =
        ahead.compute(
            key,
            (same, old) ->
                old != null && old.newest().equals(backlog.newest())
                    ? old
                    : new Seen(backlog.newest(), clock.nanos()));
    return atLeastNone(time.minusNanos(clock.nanos() - seen.at()));
  }

  private static Duration atLeastNone(Duration duration) {
    return duration.isPositive() ? duration : Duration.ZERO;
  }
}
