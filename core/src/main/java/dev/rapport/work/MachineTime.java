package dev.rapport.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time of day from a clock, durations from the machine. */
record MachineTime(Clock clock) implements WorkTime {
  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }
}
