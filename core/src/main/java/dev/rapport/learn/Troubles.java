package dev.rapport.learn;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Why people's work did not go on, and how long to leave them alone. Safe for several threads. */
final class Troubles {
  private record Trouble(int times, String why, long until) {}

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 6;

  private final Map<String, Trouble> byKey = new ConcurrentHashMap<>();

  /**
   * Notes a failure.
   *
   * @param now in nanoseconds of {@link dev.rapport.work.WorkTime}
   * @return how long to leave them alone: doubles with each failure in a row, from 5 seconds to 5
   *     minutes
   */
  Duration note(String key, RuntimeException failure, long now) {
    String why = String.valueOf(failure.getMessage());
    Trouble trouble =
        byKey.compute(
            key,
            (same, old) -> {
              int times = old == null ? 1 : old.times() + 1;
              return new Trouble(times, why, now + rest(times).toNanos());
            });
    return rest(trouble.times());
  }

  private static Duration rest(int times) {
    return FIRST_PAUSE.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
  }

  /** What is left of the time to leave them alone. */
  Duration pause(String key, long now) {
    Trouble trouble = byKey.get(key);
    return trouble == null || trouble.until() - now <= 0
        ? Duration.ZERO
        : Duration.ofNanos(trouble.until() - now);
  }

  void over(String key) {
    byKey.remove(key);
  }

  /** Empty when the work went on. */
  String of(String key) {
    Trouble trouble = byKey.get(key);
    return trouble == null ? "" : trouble.why();
  }
}
