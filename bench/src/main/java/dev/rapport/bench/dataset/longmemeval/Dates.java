package dev.rapport.bench.dataset.longmemeval;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as in {@code 2023/05/20 (Sat) 02:21}, read as UTC. */
final class Dates {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm", Locale.ROOT);
  private static final Pattern WEEKDAY = Pattern.compile("\\s*\\([A-Za-z]{2,9}\\)\\s*");

  private Dates() {}

  static Optional<Instant> parse(String text) {
    try {
      String plain = WEEKDAY.matcher(text.strip()).replaceFirst(" ");
      return Optional.of(LocalDateTime.parse(plain, FORM).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
