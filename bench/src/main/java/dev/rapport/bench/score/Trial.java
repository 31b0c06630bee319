package dev.rapport.bench.score;

import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.run.AnswerRecord;
import dev.rapport.bench.run.PageRecord;
import dev.rapport.bench.run.VerdictRecord;

/**
 * One question asked in one mode, with all that is known of it.
 *
 * @param page the memory it was answered from; without text where there is none
 * @param verdict of the judges; for choices, the one recounted from the option
 * @param graded what it came to
 * @param baseline what the same answerer made of it without memory; {@link Graded#NONE} where that
 *     was not tried
 * @param baselineOption the option chosen without memory, or -1
 */
public record Trial(
    Question question,
    PageRecord page,
    AnswerRecord answer,
    VerdictRecord verdict,
    Graded graded,
    Graded baseline,
    int baselineOption) {
  /** The person whose question it is. */
  public String person() {
    return question.person();
  }

  /** Whether both the run's answer and the one without memory count. */
  public boolean isPaired() {
    return graded.isScored() && baseline.isScored();
  }
}
