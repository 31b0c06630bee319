package dev.rapport.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/** Finds keys and passwords by the word before them: "api_key = ...", "my password is ...". */
final class CredentialDetector implements Detector {
  private static final int AHEAD = 240;

  private static final Pattern KEY =
      Pattern.compile(
          "^[\"'`\\])]*\\s*((?:(?i:number|code|value|is|was|est|ist|es|é)\\s*|=>|->|:=|[:=])?\\s*)"
              + "[\"'`<]{0,3}([A-Za-z0-9_./+=~-]{8,})");

  private static final Pattern PASSWORD =
      Pattern.compile(
          "^[\"'`*\\])]*\\s*(?:(?i:for|to|of|para|do|da|pour|für|na|do)\\s+\\S{1,24}(?:\\s+\\S{1,24}){0,2}?\\s*)?((?i:is"
              + " now|is|was|est|ist|lautet|es|é|jest|är|er|on|это|je|=>|是|は|为|為|는|은)\\s*[:=]?|[:=]+)"
              + "\\s*([\"'`«“]?)([^\\s\"'`»”。、,;]{3,64})");

  /** Words that follow "password is" without being one. */
  private static final Set<String> NOT_PASSWORDS =
      Set.of(
          "the",
          "not",
          "too",
          "wrong",
          "correct",
          "incorrect",
          "invalid",
          "expired",
          "required",
          "always",
          "never",
          "still",
          "that",
          "this",
          "what",
          "something",
          "stored",
          "saved",
          "hashed",
          "encrypted",
          "sent",
          "reset",
          "being",
          "good",
          "weak",
          "strong",
          "safe",
          "secure",
          "easy",
          "hard",
          "long",
          "short",
          "missing",
          "empty",
          "null",
          "none",
          "true",
          "false",
          "string",
          "str",
          "also",
          "very",
          "just",
          "like",
          "only",
          "there",
          "here",
          "written",
          "changed",
          "shared",
          "known",
          "needed",
          "about",
          "from",
          "with",
          "under",
          "your",
          "mine",
          "her",
          "his",
          "our",
          "their",
          "same",
          "different",
          "left",
          "lost",
          "forgotten",
          "enough",
          "correcta",
          "incorrecta",
          "falsch",
          "richtig",
          "faux",
          "errada",
          "optional",
          "when",
          "how",
          "and",
          "but",
          "one",
          "where",
          "because",
          "set",
          "kept",
          "taped",
          "important",
          "already");

  @Override
  public void detect(Reading reading, Findings findings) {
    for (LabelHit hit : reading.labels()) {
      if (hit.label() == Label.KEY) {
        key(reading, hit, findings);
      } else if (hit.label() == Label.PASSWORD) {
        password(reading, hit, findings);
      }
    }
  }

  private static void key(Reading reading, LabelHit hit, Findings findings) {
    Matcher matcher = KEY.matcher(reading.window(hit.end(), AHEAD));
    if (!matcher.find()) {
      return;
    }
    String separator = matcher.group(1);
    boolean assigned = separator.indexOf(':') >= 0 || separator.indexOf('=') >= 0;
    int start = hit.end() + matcher.start(2);
    int end = hit.end() + matcher.end(2);
    while (end > start && ".-=/".indexOf(reading.at(end - 1)) >= 0) {
      end--;
    }
    if (Entropy.looksRandom(reading.text().substring(start, end), assigned ? 8 : 12)) {
      findings.add(PrivacyCategory.SECRET, start, end);
    }
  }

  private static void password(Reading reading, LabelHit hit, Findings findings) {
    Matcher matcher = PASSWORD.matcher(reading.window(hit.end(), AHEAD / 2));
    if (!matcher.find()) {
      return;
    }
    boolean assigned = matcher.group(1).indexOf(':') >= 0 || matcher.group(1).indexOf('=') >= 0;
    boolean quoted = !matcher.group(2).isEmpty();
    int start = hit.end() + matcher.start(3);
    int end = hit.end() + matcher.end(3);
    while (end > start && ".?)]".indexOf(reading.at(end - 1)) >= 0) {
      end--;
    }
    String value = reading.text().substring(start, end);
    if (isPassword(value, assigned || quoted)) {
      findings.add(PrivacyCategory.PASSWORD, start, end);
    }
  }

  private static boolean isPassword(String value, boolean marked) {
    if (value.length() < 3 || "$<[{*(".indexOf(value.charAt(0)) >= 0 || value.indexOf('(') >= 0) {
      return false;
    }
    boolean plain = value.chars().allMatch(Character::isLetter);
    if (NOT_PASSWORDS.contains(value.toLowerCase(Locale.ROOT))) {
      return false;
    }
    return plain
        ? (marked && value.length() >= 4) || isMixed(value)
        : value.chars().anyMatch(Character::isDigit) || marked;
  }

  private static boolean isMixed(String value) {
    return value.length() >= 6
        && value.substring(1).chars().anyMatch(Character::isUpperCase)
        && value.chars().anyMatch(Character::isLowerCase);
  }
}
