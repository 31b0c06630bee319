package dev.rapport.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A cheap guess at what a text is written in: its main script, and for Latin letters the language
 * whose commonest words it uses most.
 *
 * @param script the script of most of its letters; COMMON when it has none
 * @param code two letters, or empty when there is too little evidence
 */
public record Language(UnicodeScript script, String code) {
  private static final int LOOKED_AT = 20_000;
  private static final int LEAST_WORDS = 3;
  private static final double CLEAR = 1.5;

  public static Language of(String text) {
    String head = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    UnicodeScript script = script(head);
    return new Language(script, script == UnicodeScript.LATIN ? code(head) : "");
  }

  /** Whether the two cannot be the same language; uncertainty counts as "may be the same". */
  public boolean differsFrom(Language other) {
    if (script == UnicodeScript.COMMON || other.script == UnicodeScript.COMMON) {
      return false;
    }
    if (isJapanese(script) && isJapanese(other.script)) {
      return false;
    }
    return script != other.script
        || (!code.isEmpty() && !other.code.isEmpty() && !code.equals(other.code));
  }

  private static boolean isJapanese(UnicodeScript script) {
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA;
  }

  private static UnicodeScript script(String text) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> letters.merge(UnicodeScript.of(c), 1, Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.COMMON);
  }

  private static String code(String text) {
    List<String> words = List.of(Words.plain(text).split(" "));
    String best = "";
    int most = 0;
    int second = 0;
    for (String language : List.of("en", "es", "fr", "de", "pt", "it", "nl")) {
      Set<String> stops = StopWords.BY_LANGUAGE.getOrDefault(language, Set.of());
      int count = (int) words.stream().filter(stops::contains).count();
      if (count > most) {
        second = most;
        most = count;
        best = language;
      } else {
        second = Math.max(second, count);
      }
    }
    return most >= LEAST_WORDS && most >= CLEAR * second ? best : "";
  }
}
