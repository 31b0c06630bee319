package dev.rapport.page;

import dev.rapport.conversation.TurnId;

/**
 * Where a line comes from.
 *
 * @param turn the turn it was gathered from
 * @param quote a short verbatim piece of that turn, at most {@value #MAX_QUOTE} characters
 */
public record Source(TurnId turn, String quote) {
  /** Longest quote kept; raw turns are not. */
  public static final int MAX_QUOTE = 240;

  public Source {
    if (quote.length() > MAX_QUOTE) {
      throw new IllegalArgumentException(
          "quote from turn %s has %d characters, at most %d are kept; use Source.quoting"
              .formatted(turn, quote.length(), MAX_QUOTE));
    }
  }

  /** Cuts a longer quote at a word's end and marks the cut with an ellipsis. */
  public static Source quoting(TurnId turn, String words) {
    String flat = words.strip().replaceAll("\\s+", " ");
    if (flat.length() <= MAX_QUOTE) {
      return new Source(turn, flat);
    }
    int end = flat.lastIndexOf(' ', MAX_QUOTE - 1);
    if (end < MAX_QUOTE / 2) {
      end = MAX_QUOTE - 1;
      if (Character.isHighSurrogate(flat.charAt(end - 1))) {
        end--;
      }
    }
    return new Source(turn, flat.substring(0, end) + "…");
  }
}
