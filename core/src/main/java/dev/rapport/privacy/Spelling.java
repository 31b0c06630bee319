package dev.rapport.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/**
 * A pattern for what is spelled out, and words one of which every match holds. Looking for the
 * words costs a hundredth of trying the pattern at every place, and hardly a text has any.
 *
 * @param words small letters a to z without k and s, which fold to signs outside ASCII, or signs
 */
record Spelling(PrivacyCategory category, Pattern pattern, List<String> words) {
  static Spelling of(PrivacyCategory category, String pattern, String... words) {
    return new Spelling(category, Pattern.compile(pattern), List.of(words));
  }

  void find(String text, Findings findings) {
    if (!mayBeIn(text)) {
      return;
    }
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      findings.add(category, matcher.start(), matcher.end());
    }
  }

  boolean mayBeIn(String text) {
    return words.stream().anyMatch(word -> isIn(text, word));
  }

  private static boolean isIn(String text, String word) {
    char first = word.charAt(0);
    char capital = Character.toUpperCase(first);
    return isIn(text, word, first) || (capital != first && isIn(text, word, capital));
  }

  private static boolean isIn(String text, String word, char first) {
    for (int i = text.indexOf(first); i >= 0; i = text.indexOf(first, i + 1)) {
      if (text.regionMatches(true, i, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}
