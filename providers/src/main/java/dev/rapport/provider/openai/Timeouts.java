package dev.rapport.provider.openai;

import java.time.Duration;

/**
 * How long one attempt may wait, each above zero.
 *
 * @param connect for the connection
 * @param firstByte from the request to the reply's head; a reply that is not streamed comes whole,
 *     so this covers the writing of it
 * @param betweenBytes for the next bytes of a reply that has begun
 * @param total for all of it
 */
public record Timeouts(
    Duration connect, Duration firstByte, Duration betweenBytes, Duration total) {
  /** Patient enough for a 5,000-token prompt on a laptop without a GPU. */
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10));

  public Timeouts {
    check("connect", connect);
    check("first-byte", firstByte);
    check("between-bytes", betweenBytes);
    check("total", total);
  }

  private static void check(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(
          "%s time-out %s must be above zero".formatted(name, value));
    }
  }
}
