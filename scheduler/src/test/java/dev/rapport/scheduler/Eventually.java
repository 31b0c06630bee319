package dev.rapport.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** For what comes about by itself. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration BETWEEN = Duration.ofMillis(3);

  private Eventually() {}

  static <T> void isSo(Supplier<T> seen, Predicate<T> expected) {
    isSo(PATIENCE, seen, expected);
  }

  /** Looks again and again; fails with what was seen last. */
  static <T> void isSo(Duration patience, Supplier<T> seen, Predicate<T> expected) {
    long end = System.nanoTime() + patience.toNanos();
    T last = seen.get();
    while (!expected.test(last) && System.nanoTime() < end) {
      LockSupport.parkNanos(BETWEEN.toNanos());
      last = seen.get();
    }
    assertThat(last).matches(expected, "what was awaited for " + patience);
  }
}
