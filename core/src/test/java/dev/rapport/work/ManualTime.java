package dev.rapport.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by sleeping, at once; remembers how long was slept. */
public final class ManualTime implements WorkTime {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Duration> slept = new ArrayList<>();
  private long nanos;

  @Override
  public synchronized Instant now() {
    return START.plusNanos(nanos);
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    slept.add(duration);
    nanos += duration.toNanos();
  }

  public synchronized void pass(Duration duration) {
    nanos += duration.toNanos();
  }

  public synchronized List<Duration> slept() {
    return List.copyOf(slept);
  }
}
