package dev.rapport.privacy;

import java.util.Locale;
import java.util.Set;

/** Walks back from a label to the number that is said to be it: "0000 1111 2222 is my Aadhaar". */
final class ValueBehind {
  private static final int MOST_SIGNS = 36;

  private static final Set<String> COPULAS =
      Set.of("is", "was", "are", "as", "est", "es", "ist", "é", "für");

  private static final Set<String> DETERMINERS =
      Set.of(
          "my", "the", "our", "his", "her", "their", "a", "new", "old", "current", "mon", "ma",
          "mi", "mein", "meine", "meu", "minha", "el", "la", "le", "o");

  private ValueBehind() {}

  /** Where the number begins and ends before {@code label}; empty when there is none. */
  static int[] spanBefore(Reading reading, int label) {
    int at = label;
    for (int skipped = 0; skipped < 4; skipped++) {
      int end = skipBlanks(reading, at);
      int start = wordStart(reading, end);
      if (start == end || end == at) {
        return new int[0];
      }
      String word = reading.text().substring(start, end).toLowerCase(Locale.ROOT);
      if (COPULAS.contains(word)) {
        return number(reading, skipBlanks(reading, start));
      }
      if (!DETERMINERS.contains(word)) {
        return new int[0];
      }
      at = start;
    }
    return new int[0];
  }

  private static int skipBlanks(Reading reading, int from) {
    int at = from;
    while (at > from - 4 && " ,:()\"'".indexOf(reading.at(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static int wordStart(Reading reading, int end) {
    int start = end;
    while (start > end - 10 && start > 0 && Reading.isWordish(reading.at(start - 1))) {
      start--;
    }
    return start;
  }

  /** Groups that hold a digit each, one sign between them. */
  private static int[] number(Reading reading, int end) {
    int start = end;
    int at = end;
    while (end - at < MOST_SIGNS) {
      int group = at;
      boolean digit = false;
      while (end - group < MOST_SIGNS && Reading.isWordish(reading.at(group - 1))) {
        group--;
        digit |= Reading.isDigit(reading.at(group));
      }
      if (!digit || group == at) {
        break;
      }
      start = group;
      if (" -./".indexOf(reading.at(group - 1)) < 0) {
        break;
      }
      at = group - 1;
    }
    return start < end ? new int[] {start, end} : new int[0];
  }
}
