package dev.rapport.data.read;

import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a turn in a transcript: {@code User:}, {@code **Assistant:**}, {@code ## Human},
 * {@code You said:}, {@code [2026-01-02 10:00] User:}.
 *
 * @param textStart where in the line the turn's text starts
 */
record TurnMark(Role role, Instant at, int textStart) {
  /** A mark is short; of a longer line only this much is looked at. */
  private static final int LOOKED_AT = 96;

  private static final Pattern MARK =
      Pattern.compile(
          "^(?<dress>[\\s>*_#-]{0,12})(?:\\[?(?<at>\\d{4}-\\d\\d-\\d\\d[T"
              + " ]\\d\\d:\\d\\d(?::\\d\\d)?Z?)]?[\\s-]{0,4})?[*_]{0,3}(?<who>[A-Za-z]{2,12})(?:"
              + " said)?\\s?[*_]{0,3}(?<colon>\\s?:|$)[*_]{0,3}\\s?");

  static Optional<TurnMark> of(String line) {
    Matcher matcher = MARK.matcher(line.substring(0, Math.min(line.length(), LOOKED_AT)));
    if (!matcher.find()) {
      return Optional.empty();
    }
    boolean heading = matcher.group("dress").contains("#") || matcher.group("dress").contains("**");
    if (matcher.group("colon").isEmpty() && !heading) {
      return Optional.empty();
    }
    String at = matcher.group("at");
    Instant time = at == null ? Turn.UNDATED : Times.of(at);
    int start = matcher.end();
    return Roles.named(matcher.group("who")).map(role -> new TurnMark(role, time, start));
  }
}
