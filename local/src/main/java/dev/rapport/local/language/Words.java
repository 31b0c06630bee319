package dev.rapport.local.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words of a text, lower-cased; an apostrophe inside a word belongs to it, as in "don't". */
public final class Words {
  private Words() {}

  /** In order. A script that puts no spaces between words gives one word per character. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (Character.isIdeographic(c) || isKana(c)) {
        flush(word, words);
        words.add(text.substring(i, next));
      } else if (isWordPart(c)) {
        word.appendCodePoint(c);
      } else if (isApostrophe(c) && word.length() > 0 && startsWithLetter(text, next)) {
        word.append('\'');
      } else {
        flush(word, words);
      }
      i = next;
    }
    flush(word, words);
    return words;
  }

  static boolean isApostrophe(int c) {
    return c == '\'' || c == '’';
  }

  private static boolean isWordPart(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isKana(int c) {
    return c >= 0x3040 && c <= 0x30ff;
  }

  private static boolean startsWithLetter(String text, int at) {
    return at < text.length() && Character.isLetter(text.codePointAt(at));
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }
}
