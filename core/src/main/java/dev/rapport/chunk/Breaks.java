package dev.rapport.chunk;

/** Finds where a text is best cut. */
final class Breaks {
  private static final String SENTENCE_ENDS = ".!?\u2026";
  private static final String SENTENCE_ENDS_WITHOUT_SPACE = "\u3002\uff01\uff1f";

  private Breaks() {}

  /**
   * The last end of a paragraph in the second half of the piece, else of a sentence, else of a
   * word, else {@code most}. White space stays with what it follows.
   */
  static int lastBefore(String text, int from, int most) {
    if (most == text.length()) {
      return most;
    }
    int half = from + (most - from) / 2;
    int sentence = -1;
    int word = -1;
    for (int at = most; at > half; at--) {
      if (endsParagraph(text, at)) {
        return at;
      }
      if (sentence < 0 && endsSentence(text, at)) {
        sentence = at;
      }
      if (word < 0 && endsWord(text, at)) {
        word = at;
      }
    }
    if (sentence > 0) {
      return sentence;
    }
    return word > 0 ? word : most;
  }

  private static boolean endsParagraph(String text, int at) {
    return at > 1
        && text.charAt(at - 1) == '\n'
        && text.charAt(at - 2) == '\n'
        && text.charAt(at) != '\n';
  }

  private static boolean endsSentence(String text, int at) {
    char last = text.charAt(at - 1);
    return SENTENCE_ENDS_WITHOUT_SPACE.indexOf(last) >= 0
        || (endsWord(text, at) && at > 1 && isSentenceEnd(last, text.charAt(at - 2)));
  }

  private static boolean isSentenceEnd(char space, char before) {
    return space == '\n' || SENTENCE_ENDS.indexOf(before) >= 0;
  }

  private static boolean endsWord(String text, int at) {
    return Character.isWhitespace(text.charAt(at - 1)) && !Character.isWhitespace(text.charAt(at));
  }
}
