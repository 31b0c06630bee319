package dev.rapport.architecture.bad.page;

import java.time.Clock;
import java.time.Instant;

/** Core that reads a clock it was not handed. */
public final class ReadsTheClock {
  public Instant now() {
    return Instant.now();
  }

  public Instant fine(Clock clock) {
    return Instant.now(clock);
  }

  public long nanos() {
    return System.nanoTime();
  }
}
