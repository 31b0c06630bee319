package dev.rapport.bench.score;

import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.run.AnswerRecord;
import dev.rapport.bench.run.PageRecord;
import dev.rapport.bench.run.RunSpec;
import dev.rapport.bench.run.VerdictRecord;
import java.util.List;

/**
 * All that a report is made of. The order of the records, but for the questions, means nothing.
 *
 * @param questions those the run was to ask, in the data set's order
 * @param baseline answers of the same answerer without memory
 * @param baselineVerdicts on them, where they were judged; choices need none
 */
public record RunRecords(
    RunSpec spec,
    List<Question> questions,
    List<PageRecord> pages,
    List<AnswerRecord> answers,
    List<VerdictRecord> verdicts,
    List<AnswerRecord> baseline,
    List<VerdictRecord> baselineVerdicts) {
  public RunRecords {
    questions = List.copyOf(questions);
    pages = List.copyOf(pages);
    answers = List.copyOf(answers);
    verdicts = List.copyOf(verdicts);
    baseline = List.copyOf(baseline);
    baselineVerdicts = List.copyOf(baselineVerdicts);
  }

  /** The same with another run's answers as the baseline. */
  public RunRecords against(List<AnswerRecord> answers, List<VerdictRecord> verdicts) {
    return new RunRecords(spec, questions, pages, this.answers, this.verdicts, answers, verdicts);
  }
}
