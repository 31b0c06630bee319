package dev.rapport.privacy;

/** Finds e-mail addresses, by looking both ways from every {@code @}. */
final class EmailDetector implements Detector {
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final int LONGEST_USER_INFO = 200;

  @Override
  public void detect(Reading reading, Findings findings) {
    int at = reading.text().indexOf('@');
    while (at >= 0) {
      int start = localPartStart(reading, at);
      int end = domainEnd(reading, at + 1);
      if (start < at && end > at) {
        int user = userInfoStart(reading, start);
        if (user >= 0) {
          findings.add(PrivacyCategory.PASSWORD, user, at);
        } else {
          findings.add(PrivacyCategory.EMAIL, start, end);
        }
      }
      at = reading.text().indexOf('@', at + 1);
    }
  }

  private static int localPartStart(Reading reading, int at) {
    int start = at;
    int least = Math.max(0, at - LONGEST_LOCAL_PART);
    while (start > least && isLocalPart(reading.at(start - 1))) {
      start--;
    }
    while (start < at && !Character.isLetterOrDigit(reading.at(start))) {
      start++;
    }
    return start;
  }

  private static boolean isLocalPart(char c) {
    return Character.isLetterOrDigit(c) || "._%+-!#$&*'=?^{|}~".indexOf(c) >= 0;
  }

  /** The end of a name with at least one dot and a last part of letters, or -1. */
  private static int domainEnd(Reading reading, int from) {
    int end = -1;
    int label = from;
    for (int i = from; i < from + LONGEST_DOMAIN; i++) {
      char c = reading.at(i);
      if (Character.isLetterOrDigit(c) || c == '-') {
        continue;
      }
      if (i == label) {
        return end;
      }
      if (label > from && isTopLevel(reading, label, i)) {
        end = i;
      }
      if (c != '.') {
        return end;
      }
      label = i + 1;
    }
    return end;
  }

  private static boolean isTopLevel(Reading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isLetter(reading.at(i))) {
        return false;
      }
    }
    return to - from >= 2 && to - from <= 24;
  }

  /** Where {@code user:password} begins if this is {@code scheme://user:password@host}, or -1. */
  private static int userInfoStart(Reading reading, int from) {
    int least = Math.max(2, from - LONGEST_USER_INFO);
    for (int i = from; i > least; i--) {
      char c = reading.at(i - 1);
      if (c == '/' && reading.at(i - 2) == '/') {
        return reading.at(i - 3) == ':' ? i : -1;
      }
      if (c == '/' || c <= ' ') {
        return -1;
      }
    }
    return -1;
  }
}
