package dev.rapport.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/** Finds keys, tokens, passwords, private key blocks, and passwords inside URLs. */
final class SecretDetector implements Detector {
  private static final int AHEAD = 240;
  private static final int LONGEST_USER_INFO = 200;
  private static final int LONGEST_TOKEN = 8_192;

  /** Tokens whose issuers gave them a mark; the first two letters are looked up first. */
  private static final Set<String> MARKS =
      Set.of(
          "sk", "pk", "rk", "AK", "AS", "gh", "gi", "xo", "AI", "gl", "np", "hf", "SG", "ey", "ya",
          "do", "sh", "wh", "sq", "ke");

  private static final Pattern MARKED =
      Pattern.compile(
          "sk-[A-Za-z0-9_-]{16,}|[sr]k_(?:live|test)_[A-Za-z0-9]{10,}|pk_live_[A-Za-z0-9]{10,}"
              + "|(?:AKIA|ASIA)[A-Z0-9]{12,}|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{20,}"
              + "|xox[abeoprs]-[A-Za-z0-9-]{8,}|AIza[A-Za-z0-9_-]{30,}|glpat-[A-Za-z0-9_-]{16,}"
              + "|npm_[A-Za-z0-9]{30,}|hf_[A-Za-z0-9]{20,}|SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}"
              + "|eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*)?"
              + "|ya29\\.[A-Za-z0-9_-]{20,}|dop_v1_[a-f0-9]{32,}|shp(?:at|ss|ca)_[A-Fa-f0-9]{24,}"
              + "|whsec_[A-Za-z0-9]{20,}|sq0[a-z]{3}-[A-Za-z0-9_-]{20,}|key-[a-f0-9]{32}");

  private static final Pattern KEY =
      Pattern.compile(
          "^[\"'`\\])]*\\s*((?:(?i:number|code|value|is|was|est|ist|es|é)\\s*|=>|->|:=|[:=])?\\s*)"
              + "[\"'`<]{0,3}([A-Za-z0-9_./+=~-]{8,})");

  private static final Pattern PASSWORD =
      Pattern.compile(
          "^[\"'`*\\])]*\\s*(?:(?i:for|to|of|para|do|da|pour|für|na|do)\\s+\\S{1,24}(?:\\s+\\S{1,24}){0,2}?\\s*)?((?i:is"
              + " now|is|was|est|ist|es|é|jest|är|er|on|это|je|=>|是|は|为|為|는|은)\\s*[:=]?|[:=]+)"
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
    marked(reading, findings);
    blocks(reading, findings);
    urls(reading, findings);
    for (LabelHit hit : reading.labels()) {
      if (hit.label() == Label.KEY) {
        key(reading, hit, findings);
      } else if (hit.label() == Label.PASSWORD) {
        password(reading, hit, findings);
      }
    }
  }

  private static void marked(Reading reading, Findings findings) {
    int i = 0;
    while (i < reading.length() - 1) {
      if (reading.startsHere(i) && MARKS.contains(reading.window(i, 2))) {
        int end = tokenEnd(reading, i);
        Matcher token = MARKED.matcher(reading.text().substring(i, end));
        if (token.lookingAt()) {
          findings.add(PrivacyCategory.SECRET, i, i + token.end());
        }
        i = end;
      }
      i++;
    }
  }

  private static int tokenEnd(Reading reading, int from) {
    int end = from;
    int most = from + LONGEST_TOKEN;
    while (end < most
        && (Reading.isWordish(reading.at(end)) || ".-".indexOf(reading.at(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static void blocks(Reading reading, Findings findings) {
    String text = reading.text();
    int from = text.indexOf("-----BEGIN ");
    while (from >= 0) {
      int head = text.indexOf("PRIVATE KEY", from);
      if (head < 0) {
        return;
      }
      if (head - from > 40) {
        from = text.indexOf("-----BEGIN ", Math.max(from + 1, head - 40));
        continue;
      }
      int tail = text.indexOf("-----END ", head);
      int end = tail < 0 ? text.length() : lineEnd(text, tail);
      findings.add(PrivacyCategory.PRIVATE_KEY, from, end);
      from = text.indexOf("-----BEGIN ", end);
    }
  }

  private static int lineEnd(String text, int from) {
    int close = text.indexOf("-----", from + 9);
    return close < 0 || close > from + 60 ? Math.min(text.length(), from + 9) : close + 5;
  }

  /** The user's part of {@code scheme://user:password@host}. */
  private static void urls(Reading reading, Findings findings) {
    int at = reading.text().indexOf("://");
    while (at >= 0) {
      int start = at + 3;
      int colon = -1;
      int end = start;
      while (end < start + LONGEST_USER_INFO && isUserInfo(reading.at(end))) {
        colon = colon < 0 && reading.at(end) == ':' ? end : colon;
        end++;
      }
      if (reading.at(end) == '@' && colon >= 0 && colon < end - 1) {
        findings.add(PrivacyCategory.PASSWORD, start, end);
      }
      at = reading.text().indexOf("://", start);
    }
  }

  private static boolean isUserInfo(char c) {
    return c > ' ' && "/@\"'<>".indexOf(c) < 0;
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
