package dev.rapport.bench.run;

import java.util.List;

/**
 * One line of {@code verdicts.jsonl}.
 *
 * @param question id of the question
 * @param mode {@link Mode#CHOICE} or {@link Mode#OPEN}
 * @param score 1 for right and 0 for wrong, or between them where a protocol gives parts; -1 when
 *     there is none: unparsed, unanswered, unjudged
 * @param why of a wrong or unjudged answer, in a few words; empty when right
 * @param votes of the judges, in order; empty where none was needed
 */
public record VerdictRecord(
    String question,
    Mode mode,
    Verdict verdict,
    double score,
    String why,
    List<Vote> votes,
    Spent spent) {
  /** What an answer came to. */
  public enum Verdict {
    CORRECT,
    WRONG,
    /** A letter could not be read from the reply. */
    UNPARSED,
    /** No reply came. */
    UNANSWERED,
    /** The judges failed or tied. */
    UNJUDGED
  }

  /**
   * One judge's word.
   *
   * @param said {@code yes}, {@code no}, or {@code failed}
   * @param reason the judge's own, or what went wrong
   */
  public record Vote(String said, String reason) {}

  public VerdictRecord {
    votes = List.copyOf(votes);
  }
}
