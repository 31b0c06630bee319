package dev.rapport.tokens;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Places in a text: from bytes to characters, and to the nearest place fit for a cut. */
final class Positions {
  /** What we take for one character at most; longer clusters are not text but mischief. */
  private static final int CLUSTER = 64;

  private static final int ASCII_END = 0x80;
  private static final int TWO_BYTES_END = 0x800;

  private Positions() {}

  /** The last place at or before {@code at} that does not split a surrogate pair. */
  static int notInsideSurrogates(String text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return inside ? at - 1 : at;
  }

  /** How many characters of the text fit whole into so many bytes of its UTF-8 form. */
  static int charactersIn(String text, int bytes) {
    int left = bytes;
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      left -= utf8Length(codePoint);
      if (left < 0) {
        return at;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private static int utf8Length(int codePoint) {
    if (codePoint < ASCII_END || isLoneSurrogate(codePoint)) {
      return 1; // Java encodes a lone surrogate as '?'
    }
    if (codePoint < TWO_BYTES_END) {
      return 2;
    }
    return Character.isBmpCodePoint(codePoint) ? 3 : 4;
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /**
   * The longest beginning of the text, ending between two user-perceived characters, whose normal
   * form has at most so many characters.
   */
  static int before(String text, UnaryOperator<String> normalForm, int normalCharacters) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    int left = normalCharacters;
    int start = clusters.first();
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      left -= normalForm.apply(text.substring(start, end)).length();
      if (left < 0) {
        return start;
      }
      start = end;
    }
    return start;
  }

  /** The last place in ({@code from}, {@code at}] between two user-perceived characters, if any. */
  static int betweenClusters(String text, int from, int at) {
    if (at <= from || at >= text.length() || isPlain(text.charAt(at))) {
      return at;
    }
    int start = notInsideSurrogates(text, Math.max(from, at - CLUSTER));
    int end = notInsideSurrogates(text, Math.min(text.length(), at + CLUSTER));
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text.substring(start, end));
    if (clusters.isBoundary(at - start)) {
      return at;
    }
    int before = start + clusters.preceding(at - start);
    return before > start ? before : at;
  }

  private static boolean isPlain(char c) {
    return c < ASCII_END && c != '\n';
  }
}
