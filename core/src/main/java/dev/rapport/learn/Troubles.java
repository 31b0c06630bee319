package dev.rapport.learn;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Why people's work did not go on, and how long to leave them alone. Safe for several threads. */
final class Troubles {
  private record Trouble(int times, String why) {}

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 6;

  private final Map<String, Trouble> byKey = new ConcurrentHashMap<>();

  /** Notes a failure; the pause doubles with each one in a row, from 5 seconds to 5 minutes. */
  Duration note(String key, RuntimeException failure) {
    String why = String.valueOf(failure.getMessage());
    int times =
        byKey
            .merge(key, new Trouble(1, why), (old, one) -> new Trouble(old.times() + 1, why))
            .times();
    return FIRST_PAUSE.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
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
