package dev.rapport.tokens;

/**
 * Cuts a long text where no token can span, so that its stretches are counted one by one: memory
 * stays bounded, and a vast run without a break costs linear time.
 *
 * <p>Both split patterns end a piece of letters or digits before anything that is neither letter,
 * digit, mark nor apostrophe, look no further back than the piece, and normalization never joins
 * two sides of such a place. Cutting there changes no count. Only a run of {@value #MOST}
 * characters without such a place is cut anywhere; each such cut may change the count by a token or
 * two.
 */
final class Stretches {
  private static final int SHORT = 1024;
  private static final int USUAL = 16_384;
  private static final int MOST = 32_768;

  private Stretches() {}

  /**
   * The end of the stretch that starts at {@code from}. It is the same for a text cut short after
   * it, and the stretch that a cut falls into ends at that cut.
   */
  static int end(String text, int from) {
    if (text.length() - from <= USUAL) {
      return text.length();
    }
    for (int at = from + USUAL; at > from + USUAL / 2; at--) {
      if (isBreak(text, at)) {
        return at;
      }
    }
    int last = Math.min(text.length(), from + MOST);
    for (int at = from + USUAL + 1; at < last; at++) {
      if (isBreak(text, at)) {
        return at;
      }
    }
    return Positions.notInsideSurrogates(text, last);
  }

  /** The end of a short part of a stretch; its own end where nothing shorter can be had. */
  static int shortEnd(String text, int from, int stretchEnd) {
    for (int at = Math.min(stretchEnd - 1, from + SHORT); at > from; at--) {
      if (isBreak(text, at)) {
        return at;
      }
    }
    return stretchEnd;
  }

  private static boolean isBreak(String text, int at) {
    char right = text.charAt(at);
    return Character.isLetterOrDigit(text.charAt(at - 1))
        && right != '\''
        && !Character.isLetterOrDigit(right)
        && !Character.isSurrogate(right)
        && !isMarkOrNumber(right);
  }

  private static boolean isMarkOrNumber(char c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }
}
