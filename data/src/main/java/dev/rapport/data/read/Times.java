package dev.rapport.data.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.conversation.Turn;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as exports write them: seconds since 1970, or ISO 8601; anything else is no time. */
final class Times {
  private static final double FIRST_MILLISECONDS = 1e11;

  private Times() {}

  static Instant of(JsonNode node) {
    if (node.isNumber()) {
      double seconds = node.asDouble();
      double scaled = Math.abs(seconds) > FIRST_MILLISECONDS ? seconds / 1000 : seconds;
      return Double.isFinite(scaled) ? Instant.ofEpochMilli((long) (scaled * 1000)) : Turn.UNDATED;
    }
    return node.isTextual() ? of(node.textValue()) : Turn.UNDATED;
  }

  static Instant of(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      return OffsetDateTime.parse(iso).toInstant();
    } catch (DateTimeException withoutOffset) {
      try {
        return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException noTime) {
        return Turn.UNDATED;
      }
    }
  }
}
