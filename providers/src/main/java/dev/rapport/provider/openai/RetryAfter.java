package dev.rapport.provider.openai;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When a provider asks to be called again, in any of the ways it may be said. */
final class RetryAfter {
  private static final double MOST_SECONDS = Duration.ofDays(1).toSeconds();

  private RetryAfter() {}

  /** Zero when the headers do not say, or speak of the past; a day at most. */
  static Duration of(HttpHeaders headers, Clock clock) {
    Optional<String> millis = headers.firstValue("retry-after-ms");
    if (millis.isPresent() && isNumber(millis.get())) {
      return seconds(Double.parseDouble(millis.get()) / 1000);
    }
    String text = headers.firstValue("retry-after").orElse("").strip();
    if (isNumber(text)) {
      return seconds(Double.parseDouble(text));
    }
    Optional<Instant> until = date(text);
    if (until.isEmpty()) {
      return Duration.ZERO;
    }
    // The server's own clock tells how far away its date is, whatever ours shows.
    Instant now = headers.firstValue("date").flatMap(RetryAfter::date).orElse(clock.instant());
    return seconds(Duration.between(now, until.get()).toMillis() / 1000.0);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(Math.clamp(seconds, 0, MOST_SECONDS) * 1000));
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,15}(\\.\\d{1,9})?");
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
