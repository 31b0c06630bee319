package dev.rapport.privacy;

import java.util.List;

/**
 * Finds what is spelled so that no machine may read it: "ana (at) example dot org", "P.O. Box 12".
 */
final class SpelledDetector implements Detector {
  private static final String AT = "(?: ?[(\\[{] ?(?:at|@) ?[)\\]}] ?| at )";
  private static final String DOT = "(?: ?[(\\[{] ?(?:dot|\\.) ?[)\\]}] ?| dot |\\.)";

  static final List<Spelling> SPELLINGS =
      List.of(
          Spelling.of(
              PrivacyCategory.EMAIL,
              "(?i)\\b[a-z0-9][a-z0-9._%+-]{0,63}"
                  + AT
                  + "(?:[a-z0-9-]{1,63}(?: ?[(\\[{] ?(?:dot|\\.) ?[)\\]}] ?| dot )){1,4}[a-z]{2,24}\\b",
              "dot",
              "(.",
              "( .",
              "[.",
              "[ .",
              "{.",
              "{ ."),
          Spelling.of(
              PrivacyCategory.EMAIL,
              "(?i)\\b[a-z0-9][a-z0-9._%+-]{0,63} ?[(\\[{] ?(?:at|@) ?[)\\]}] ?(?:[a-z0-9-]{1,63}"
                  + DOT
                  + "){1,4}[a-z]{2,24}\\b",
              "(at",
              "( at",
              "[at",
              "[ at",
              "{at",
              "{ at",
              "(@",
              "( @",
              "[@",
              "[ @",
              "{@",
              "{ @"),
          Spelling.of(
              PrivacyCategory.ADDRESS,
              "(?i)\\b(?:p\\.? ?o\\.? box|postfach|apartado postal) ?(?:no\\.? ?)?[0-9]{2,6}\\b",
              "box",
              "fach",
              "apartado"));

  @Override
  public void detect(Reading reading, Findings findings) {
    SPELLINGS.forEach(spelling -> spelling.find(reading.text(), findings));
  }
}
