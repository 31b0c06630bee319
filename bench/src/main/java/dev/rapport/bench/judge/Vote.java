package dev.rapport.bench.judge;

/**
 * One judge's word.
 *
 * @param said {@code yes}, {@code no} or {@code failed}
 * @param reason the judge's own, or what went wrong
 */
public record Vote(String said, String reason) {
  static final String YES = "yes";
  static final String NO = "no";
  static final String FAILED = "failed";

  boolean isYes() {
    return said.equals(YES);
  }

  boolean isNo() {
    return said.equals(NO);
  }
}
