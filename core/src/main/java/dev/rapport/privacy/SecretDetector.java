package dev.rapport.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Finds secrets by their own marks: issuers' tokens, private key blocks, passwords inside URLs. */
final class SecretDetector implements Detector {
  private static final int LONGEST_USER_INFO = 200;
  private static final int LONGEST_TOKEN = 8_192;

  /** First two letters of tokens whose issuers gave them a mark; looked up before any pattern. */
  private static final String MARKS =
      "sk pk rk AK AS gh gi xo AI gl np hf SG ey ya do sh wh sq ke ";

  private static final Pattern MARKED =
      Pattern.compile(
          "sk-[A-Za-z0-9_-]{16,}|[sr]k_(?:live|test)_[A-Za-z0-9]{10,}|pk_live_[A-Za-z0-9]{10,}"
              + "|(?:AKIA|ASIA)[A-Z0-9]{12,}|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{20,}"
              + "|xox[abeoprs]-[A-Za-z0-9-]{8,}|AIza[A-Za-z0-9_-]{30,}|glpat-[A-Za-z0-9_-]{16,}"
              + "|npm_[A-Za-z0-9]{30,}|hf_[A-Za-z0-9]{20,}|SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}"
              + "|eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*)?"
              + "|ya29\\.[A-Za-z0-9_-]{20,}|dop_v1_[a-f0-9]{32,}|shp(?:at|ss|ca)_[A-Fa-f0-9]{24,}"
              + "|whsec_[A-Za-z0-9]{20,}|sq0[a-z]{3}-[A-Za-z0-9_-]{20,}|key-[a-f0-9]{32}");

  @Override
  public void detect(Reading reading, Findings findings) {
    marked(reading, findings);
    blocks(reading, findings);
    urls(reading, findings);
  }

  private static void marked(Reading reading, Findings findings) {
    int i = 0;
    while (i < reading.length() - 1) {
      if (reading.startsHere(i) && isMarked(reading.at(i), reading.at(i + 1))) {
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

  private static boolean isMarked(char first, char second) {
    for (int i = 0; i < MARKS.length(); i += 3) {
      if (MARKS.charAt(i) == first && MARKS.charAt(i + 1) == second) {
        return true;
      }
    }
    return false;
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
}
