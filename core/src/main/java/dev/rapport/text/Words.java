package dev.rapport.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words of a text, made comparable. Linear in the text's length. */
public final class Words {
  private static final int PROLONGED_SOUND = 0x30FC;

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private final StringBuilder unspaced = new StringBuilder();

  private Words() {}

  /**
   * Stems of the words that carry content, in order, repeats kept: lower case, without stop words
   * and English endings. Scripts written without spaces give pairs of neighbouring characters.
   */
  public static List<String> stems(String text) {
    return in(text).stream()
        .filter(word -> !StopWords.ALL.contains(word))
        .map(Stemmer::stem)
        .toList();
  }

  /** All words in lower case, one space between them: what remains when form does not matter. */
  public static String plain(String text) {
    return String.join(" ", in(text));
  }

  /** All words in lower case, in order. */
  static List<String> in(String text) {
    Words words = new Words();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(words::read);
    words.endWord();
    words.endUnspaced();
    return words.words;
  }

  private void read(int c) {
    boolean ideograph = isUnspaced(c);
    if (ideograph) {
      endWord();
      unspaced.appendCodePoint(c);
    } else if (isMark(c) && unspaced.length() > 0) {
      unspaced.appendCodePoint(c);
    } else {
      endUnspaced();
      if (Character.isLetterOrDigit(c) || isMark(c)) {
        word.appendCodePoint(c);
      } else {
        endWord();
      }
    }
  }

  private void endWord() {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private void endUnspaced() {
    if (unspaced.isEmpty()) {
      return;
    }
    int[] signs = unspaced.codePoints().toArray();
    unspaced.setLength(0);
    if (signs.length == 1) {
      words.add(Character.toString(signs[0]));
    }
    for (int i = 1; i < signs.length; i++) {
      words.add(Character.toString(signs[i - 1]) + Character.toString(signs[i]));
    }
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isUnspaced(int c) {
    if (c < 0x0E00) {
      return false;
    }
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> c == PROLONGED_SOUND;
    };
  }
}
