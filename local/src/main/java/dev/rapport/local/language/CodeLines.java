package dev.rapport.local.language;

/** Tells lines of code, configuration and tables by the share of signs that prose seldom has. */
final class CodeLines {
  private static final String SIGNS = "{}[]<>=;|\\/_#$*+^~`@";
  private static final double MOST_IN_PROSE = 0.08;
  private static final int FEWEST_SIGNS = 2;

  private CodeLines() {}

  static boolean isBlank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean looksLikeCode(String text, int from, int to) {
    int signs = 0;
    int letters = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (SIGNS.indexOf(c) >= 0) {
        signs++;
      } else if (!Character.isWhitespace(c)) {
        letters++;
      }
    }
    return signs >= FEWEST_SIGNS && signs > MOST_IN_PROSE * (signs + letters);
  }
}
