package dev.rapport.guard;

/**
 * One thing a guard changed or refused, and why.
 *
 * @param rule which check spoke
 * @param where the line or edit concerned: "l7", "edit 3"
 * @param why for a person to read; never repeats private or forgotten words
 */
public record GuardFinding(Rule rule, String where, String why) {
  /** The checks, in the order they run. */
  public enum Rule {
    FORM,
    UNKNOWN_LINE,
    PROTECTED,
    PRIVACY,
    FORGOTTEN,
    LANGUAGE,
    LOSS,
    CAP
  }
}
