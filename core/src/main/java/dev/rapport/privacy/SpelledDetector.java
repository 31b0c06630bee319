package dev.rapport.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Finds what is spelled so that no machine may read it: "ana (at) example dot org", "P.O. Box 12".
 */
final class SpelledDetector implements Detector {
  private static final String AT = "(?: ?[(\\[{] ?(?:at|@) ?[)\\]}] ?| at )";
  private static final String DOT = "(?: ?[(\\[{] ?(?:dot|\\.) ?[)\\]}] ?| dot |\\.)";

  private static final Pattern EMAIL =
      Pattern.compile(
          "(?i)\\b[a-z0-9][a-z0-9._%+-]{0,63}"
              + AT
              + "(?:[a-z0-9-]{1,63}(?: ?[(\\[{] ?(?:dot|\\.) ?[)\\]}] ?| dot )){1,4}[a-z]{2,24}\\b");

  private static final Pattern MARKED_EMAIL =
      Pattern.compile(
          "(?i)\\b[a-z0-9][a-z0-9._%+-]{0,63} ?[(\\[{] ?(?:at|@) ?[)\\]}] ?(?:[a-z0-9-]{1,63}"
              + DOT
              + "){1,4}[a-z]{2,24}\\b");

  private static final Pattern POST_BOX =
      Pattern.compile(
          "(?i)\\b(?:p\\.? ?o\\.? box|postfach|apartado postal) ?(?:no\\.? ?)?[0-9]{2,6}\\b");

  @Override
  public void detect(Reading reading, Findings findings) {
    find(EMAIL, PrivacyCategory.EMAIL, reading, findings);
    find(MARKED_EMAIL, PrivacyCategory.EMAIL, reading, findings);
    find(POST_BOX, PrivacyCategory.ADDRESS, reading, findings);
  }

  private static void find(
      Pattern pattern, PrivacyCategory category, Reading reading, Findings findings) {
    Matcher matcher = pattern.matcher(reading.text());
    while (matcher.find()) {
      findings.add(category, matcher.start(), matcher.end());
    }
  }
}
