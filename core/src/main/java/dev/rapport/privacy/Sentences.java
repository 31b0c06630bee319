package dev.rapport.privacy;

/** Where the sentence around a place begins and ends. */
final class Sentences {
  private static final String ENDS = ".!?\u2026\u3002\uff01\uff1f";

  private Sentences() {}

  /** Where the sentence begins that {@code at} stands in. */
  static int begin(String text, int at) {
    int begin = at;
    while (begin > 0 && !endsBefore(text, begin)) {
      begin--;
    }
    return begin;
  }

  /** Behind the sentence, and the blanks behind it on its line. */
  static int end(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && !endsBefore(text, end)) {
      end++;
    }
    return end;
  }

  /** A line has ended, or the mark of a sentence's end and the blank behind it. */
  private static boolean endsBefore(String text, int at) {
    char last = text.charAt(at - 1);
    boolean blank = at < text.length() && Character.isWhitespace(text.charAt(at));
    return last == '\n'
        || isUnspacedEnd(last)
        || (!blank && Character.isWhitespace(last) && at > 1 && isEnd(text.charAt(at - 2)));
  }

  private static boolean isEnd(char c) {
    return ENDS.indexOf(c) >= 0;
  }

  private static boolean isUnspacedEnd(char c) {
    return c >= '\u3002' && isEnd(c);
  }
}
