package dev.rapport.bench.score;

import dev.rapport.bench.run.VerdictRecord.Verdict;

/**
 * What an answer came to.
 *
 * @param score 0 to 1 where the verdict is right or wrong; elsewhere 0, and not to be used
 */
public record Graded(Verdict verdict, double score) {
  /** There is no answer at all. */
  public static final Graded NONE = new Graded(Verdict.UNANSWERED, 0);

  /** Whether it counts in an accuracy. */
  public boolean isScored() {
    return verdict == Verdict.CORRECT || verdict == Verdict.WRONG;
  }

  /** Whether it is scored, and right more than wrong. */
  public boolean isRight() {
    return isScored() && score > 0.5;
  }
}
