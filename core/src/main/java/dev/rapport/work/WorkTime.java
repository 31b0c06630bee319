package dev.rapport.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time as paid work sees it, so that tests need not wait. Safe for several threads. */
public interface WorkTime {
  /** The time of day, for the ledger. */
  Instant now();

  /** Nanoseconds since some moment; never goes back. */
  long nanos();

  /** Waits. Interrupting the thread ends it. */
  void sleep(Duration duration) throws InterruptedException;

  /** The machine's time. */
  static WorkTime of(Clock clock) {
    return new MachineTime(clock);
  }
}
