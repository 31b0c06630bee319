package dev.rapport.server.auth;

import dev.rapport.server.problem.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A bucket of requests for each key, filled evenly. */
public final class RateLimit {
  private static final double MILLIS_PER_MINUTE = 60_000;

  private final int perMinute;
  private final Clock clock;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /** What is left of a key's requests. */
  private record Bucket(double left, long at) {}

  /**
   * @param perMinute most requests of one key, and most of them at once
   */
  public RateLimit(int perMinute, Clock clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /**
   * Takes one.
   *
   * @throws Problem 429 when none is left
   */
  public void take(Caller caller) {
    long now = clock.millis();
    Bucket bucket =
        buckets.compute(
            caller.id(),
            (id, old) -> {
              Bucket filled = old == null ? new Bucket(perMinute, now) : filled(old, now);
              return new Bucket(Math.max(filled.left - 1, -1), now);
            });
    if (bucket.left < 0) {
      buckets.computeIfPresent(caller.id(), (id, old) -> new Bucket(Math.max(old.left, 0), old.at));
      throw Problem.of(
              429,
              "Too many requests",
              "More than %d requests a minute came with this key.".formatted(perMinute),
              "Wait, and go on more slowly; turns can be sent many at a time.")
          .retryAfter(Math.ceilDiv(60, perMinute));
    }
  }

  private Bucket filled(Bucket bucket, long now) {
    double gained = (now - bucket.at) * perMinute / MILLIS_PER_MINUTE;
    return new Bucket(Math.min(perMinute, bucket.left + gained), now);
  }
}
