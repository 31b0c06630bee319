package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.run.AnswerRecord.Outcome;
import dev.rapport.bench.run.VerdictRecord.Verdict;
import dev.rapport.memory.RecallBudget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * Pages, answers, verdicts: three stages, each a file made from the one before (personamem-v2,
 * arXiv 2512.06688, sec. 3-4, with every page written once per history and blind to the questions).
 * The first two go on together, history by history.
 *
 * <p>Whatever is in the files already is not done again, and whatever a model said is replayed from
 * the journal; so a run can be killed and resumed at any point, and ends in the same bytes. Threads
 * change the order in which records are appended, not the order in which they stand at the end.
 */
public final class Run {
  private final RunSession session;
  private final Dataset dataset;
  private final RunFrame frame;

  private Run(RunSession session, Dataset dataset, RunFrame frame) {
    this.session = session;
    this.dataset = dataset;
    this.frame = frame;
  }

  /**
   * @param parallel most histories in flight, at least 1; calls have limits of their own
   * @throws RunException if nothing can be asked
   */
  public static Run of(
      RunSession session, Dataset dataset, RunParts parts, int parallel, RunListener listener) {
    RunSpec spec = session.spec();
    Plan plan = Plan.of(dataset, spec.mode(), spec.limit());
    return new Run(session, dataset, new RunFrame(spec, plan, parts, parallel, listener));
  }

  /**
   * Does what is not done yet.
   *
   * @throws RunException if the run cannot go on; what is done is kept
   */
  public RunResult finish() {
    try (RecordFile<PageRecord> pages = pages();
        RecordFile<AnswerRecord> answers = answers(RunFolder.ANSWERS);
        RecordFile<VerdictRecord> verdicts = verdicts()) {
      boolean finished = stages(pages, answers, verdicts);
      return result(finished, verdicts);
    }
  }

  /**
   * Drops pages, answers and verdicts that a failure left without a result, so that {@link #finish}
   * tries them again.
   *
   * @return how many records were dropped
   */
  public int dropFailed() {
    try (RecordFile<PageRecord> pages = pages();
        RecordFile<AnswerRecord> answers = answers(RunFolder.ANSWERS);
        RecordFile<VerdictRecord> verdicts = verdicts()) {
      return pages.drop(page -> !page.failure().isEmpty())
          + answers.drop(answer -> answer.outcome() == Outcome.UNANSWERED)
          + verdicts.drop(
              verdict ->
                  verdict.verdict() == Verdict.UNANSWERED || verdict.verdict() == Verdict.UNJUDGED);
    }
  }

  private RecordFile<PageRecord> pages() {
    return records(RunFolder.PAGES, PageRecord.class, PageRecord::history);
  }

  private RecordFile<AnswerRecord> answers(String file) {
    return records(file, AnswerRecord.class, it -> Ask.key(it.question(), it.mode()));
  }

  private RecordFile<VerdictRecord> verdicts() {
    return records(
        RunFolder.VERDICTS, VerdictRecord.class, it -> Ask.key(it.question(), it.mode()));
  }

  private <R> RecordFile<R> records(String file, Class<R> type, Function<R, String> key) {
    return RecordFile.open(session.folder().resolve(file), type, key);
  }

  /** Whether all was done before the limits were reached. */
  private boolean stages(
      RecordFile<PageRecord> pages,
      RecordFile<AnswerRecord> answers,
      RecordFile<VerdictRecord> verdicts) {
    RunParts parts = frame.parts();
    Answering answering = new Answering(parts.order(), parts.account());
    PageStage pageStage = new PageStage(frame, answering, pages, memories(parts.memory()));
    AnswerStage answerStage = new AnswerStage(frame, answering, answers);
    try {
      writeAndAnswer(pageStage, answerStage);
      pageStage.finish();
      answerStage.finish();
      if (parts.freeAnswers()) {
        try (RecordFile<AnswerRecord> baseline = answers(RunFolder.BASELINE)) {
          answerStage.finishWithNothing(baseline);
        }
      }
      new VerdictStage(frame).finish(answers, verdicts);
      return !parts.account().isExhausted();
    } catch (LimitReachedException e) {
      return false;
    }
  }

  /** A history is asked about as soon as its memory is there, while others are still read. */
  private void writeAndAnswer(PageStage pages, AnswerStage answers) {
    List<String> rest =
        frame.plan().byHistory().keySet().stream()
            .filter(history -> !pages.isDone(history) || !answers.isDone(history))
            .toList();
    frame.crew().each(rest, history -> answers.answer(history, pages.write(history)));
  }

  private <S> Memories<S> memories(Remembering<S> way) {
    return new Memories<>(
        way, dataset, frame.parts().reading(), new RecallBudget(frame.spec().recallTokens()));
  }

  private RunResult result(boolean finished, RecordFile<VerdictRecord> verdicts) {
    SequencedMap<Verdict, Long> counts = new LinkedHashMap<>();
    double right = 0;
    long judged = 0;
    for (Ask ask : frame.plan().asks()) {
      VerdictRecord verdict = verdicts.find(ask.key()).orElse(null);
      if (verdict != null) {
        counts.merge(verdict.verdict(), 1L, Long::sum);
        if (verdict.score() >= 0) {
          right += verdict.score();
          judged++;
        }
      }
    }
    return new RunResult(finished, counts, right, judged, frame.parts().account().total());
  }
}
