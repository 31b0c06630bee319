package dev.rapport.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words of a text, made comparable. Linear in the text's length. */
public final class Words {
  private static final Set<String> STOP = StopWords.ALL;

  private Words() {}

  /**
   * Stems of the words that carry content, in order, repeats kept: lower case, without stop words
   * and English endings. Scripts without spaces give pairs of neighbouring characters.
   */
  public static List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    for (String word : words(text)) {
      if (!STOP.contains(word)) {
        stems.add(Stemmer.stem(word));
      }
    }
    return stems;
  }

  /** All words in lower case, one space between them: what remains when form does not matter. */
  public static String plain(String text) {
    return String.join(" ", words(text));
  }

  private static List<String> words(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String before = "";
    for (int i = 0; i < normal.length(); ) {
      int c = normal.codePointAt(i);
      i += Character.charCount(c);
      if (isUnspaced(c)) {
        flush(word, words);
        String sign = Character.toString(c);
        if (!before.isEmpty()) {
          words.add(before + sign);
        }
        before = sign;
        continue;
      }
      before = "";
      if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        word.appendCodePoint(c);
      } else if (!isApostrophe(c)) {
        flush(word, words);
      }
    }
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’';
  }

  private static boolean isUnspaced(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
