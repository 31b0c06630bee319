package dev.rapport.work;

import java.util.concurrent.TimeUnit;

/**
 * A bucket that holds one minute's allowance and fills evenly. May be overdrawn once what a call
 * took is known. For one thread at a time.
 */
final class Bucket {
  private static final double NANOS_PER_MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final double perMinute;
  private double level;
  private long filledAt;

  Bucket(long perMinute, long now) {
    this.perMinute = perMinute;
    this.level = perMinute;
    this.filledAt = now;
  }

  /** Nanoseconds until this much is there; a demand above the allowance waits for a full bucket. */
  long nanosUntil(long amount, long now) {
    if (perMinute == LimiterConfig.UNLIMITED) {
      return 0;
    }
    fill(now);
    double missing = Math.min((double) amount, perMinute) - level;
    return missing <= 0 ? 0 : (long) Math.ceil(missing / perMinute * NANOS_PER_MINUTE);
  }

  void take(long amount) {
    level -= amount;
  }

  private void fill(long now) {
    level = Math.min(perMinute, level + (now - filledAt) / NANOS_PER_MINUTE * perMinute);
    filledAt = now;
  }
}
