package dev.rapport.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * A text made ready for detectors: the same length as the original, with digits of every script and
 * full-width forms as ASCII, every dash as {@code -}, every blank but line breaks as a space; and
 * where its words begin.
 *
 * @param text the normalised text; offsets are those of the original
 * @param labels words in it that name private data, in order
 */
record Reading(String text, List<LabelHit> labels) {
  static Reading of(String original) {
    String text = normalise(original);
    List<LabelHit> labels = new ArrayList<>(LabelWords.STANDARD.hitsIn(text));
    return new Reading(text, labels);
  }

  private static String normalise(String original) {
    char[] chars = original.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] > 127) {
        chars[i] = normalised(chars[i]);
      } else if (chars[i] == '\t') {
        chars[i] = ' ';
      }
    }
    return new String(chars);
  }

  private static char normalised(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - 0xFEE0);
    }
    int type = Character.getType(c);
    if (type == Character.DASH_PUNCTUATION || c == '\u2212') {
      return '-';
    }
    if (type == Character.SPACE_SEPARATOR || type == Character.FORMAT) {
      return ' ';
    }
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      return (char) ('0' + Character.digit(c, 10));
    }
    return c == '\u2019' ? '\'' : c;
  }

  int length() {
    return text.length();
  }

  /** The character, or a line break beyond either end. */
  char at(int i) {
    return i < 0 || i >= text.length() ? '\n' : text.charAt(i);
  }

  /** Whether nothing that could belong to a word or number stands before {@code i}. */
  boolean startsHere(int i) {
    return !isWordish(at(i - 1));
  }

  /** Whether nothing that could belong to a word or number stands at {@code i}. */
  boolean endsHere(int i) {
    return !isWordish(at(i));
  }

  /** At most {@code most} characters from {@code from}. */
  String window(int from, int most) {
    return text.substring(from, Math.min(text.length(), from + most));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isWordish(char c) {
    return c == '_' || (c < 128 ? isPlainLetter(c) || isDigit(c) : isSpacedLetter(c));
  }

  static boolean isPlainLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Letters of scripts that put spaces between words: a Chinese sign may touch a number. */
  private static boolean isSpacedLetter(char c) {
    return c < '\u2E80' && Character.isLetterOrDigit(c);
  }
}
