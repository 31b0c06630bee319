package dev.rapport.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A cheap guess at what a text is written in: its main script, and for Latin letters the language
 * whose commonest words it uses most.
 *
 * @param script the script of most of its letters; COMMON when it has none
 * @param code two letters, or empty when the evidence is too little to say
 */
public record Language(UnicodeScript script, String code) {
  /** Nothing can be said. */
  public static final Language UNSURE = new Language(UnicodeScript.COMMON, "");

  private static final int LOOKED_AT = 20_000;
  private static final int LEAST_LETTERS = 4;
  private static final int LEAST_WORDS = 3;
  private static final double CLEAR = 1.5;
  private static final double LEAST_SHARE = 0.12;

  public static Language of(String text) {
    String head = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    UnicodeScript script = script(head);
    return switch (script) {
      case COMMON -> UNSURE;
      case LATIN -> new Language(script, code(Words.in(head)));
      default -> new Language(script, "");
    };
  }

  /** Whether something can be said about it. */
  public boolean isSure() {
    return script != UnicodeScript.COMMON;
  }

  /** Whether the two cannot be the same language; uncertainty counts as "may be the same". */
  public boolean differsFrom(Language other) {
    if (!isSure() || !other.isSure()) {
      return false;
    }
    return script != other.script
        || (!code.isEmpty() && !other.code.isEmpty() && !code.equals(other.code));
  }

  private static UnicodeScript script(String text) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> letters.merge(family(UnicodeScript.of(c)), 1, Integer::sum));
    return letters.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_LETTERS)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.COMMON);
  }

  /** Japanese mixes three scripts, and shares one of them with Chinese. */
  private static UnicodeScript family(UnicodeScript script) {
    return switch (script) {
      case HIRAGANA, KATAKANA -> UnicodeScript.HAN;
      default -> script;
    };
  }

  private static String code(List<String> words) {
    String best = "";
    long most = 0;
    long second = 0;
    for (var language : StopWords.BY_LANGUAGE.entrySet()) {
      long count = words.stream().filter(language.getValue()::contains).count();
      if (count > most) {
        second = most;
        most = count;
        best = language.getKey();
      } else {
        second = Math.max(second, count);
      }
    }
    boolean clear =
        most >= LEAST_WORDS && most >= CLEAR * second && most >= LEAST_SHARE * words.size();
    return clear ? best : "";
  }
}
