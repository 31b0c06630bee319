package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.run.AnswerRecord.Outcome;
import dev.rapport.bench.run.VerdictRecord.Verdict;
import dev.rapport.memory.Answerer;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.model.ModelRole;
import dev.rapport.work.Calls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Pages, answers, verdicts: three stages, each a file made from the one before (personamem-v2,
 * arXiv 2512.06688, sec. 3-4, with every page written once per history and blind to the questions).
 *
 * <p>Whatever is in the files already is not done again, and whatever a model said is replayed from
 * the journal; so a run can be killed and resumed at any point, and ends in the same bytes. Threads
 * change the order in which records are appended, not the order in which they stand at the end.
 */
public final class Run {
  private final RunSession session;
  private final Dataset dataset;
  private final RunParts parts;
  private final int parallel;
  private final RunListener listener;
  private final Plan plan;
  private final Answering answering;

  private Run(
      RunSession session, Dataset dataset, RunParts parts, int parallel, RunListener listener) {
    this.session = session;
    this.dataset = dataset;
    this.parts = parts;
    this.parallel = parallel;
    this.listener = listener;
    this.plan = Plan.of(dataset, session.spec().mode(), session.spec().limit());
    this.answering = new Answering(parts.order(), parts.account());
  }

  /**
   * @param parallel most histories in flight, at least 1; calls have limits of their own
   * @throws RunException if nothing can be asked
   */
  public static Run of(
      RunSession session, Dataset dataset, RunParts parts, int parallel, RunListener listener) {
    return new Run(session, dataset, parts, parallel, listener);
  }

  /**
   * Does what is not done yet.
   *
   * @throws RunException if the run cannot go on; what is done is kept
   */
  public RunResult finish() {
    try (RecordFile<PageRecord> pages = pages();
        RecordFile<AnswerRecord> answers = answers();
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
        RecordFile<AnswerRecord> answers = answers();
        RecordFile<VerdictRecord> verdicts = verdicts()) {
      return pages.drop(page -> !page.failure().isEmpty())
          + answers.drop(answer -> answer.outcome() == Outcome.UNANSWERED)
          + verdicts.drop(
              verdict ->
                  verdict.verdict() == Verdict.UNANSWERED || verdict.verdict() == Verdict.UNJUDGED);
    }
  }

  private RecordFile<PageRecord> pages() {
    return RecordFile.open(
        session.folder().resolve(RunFolder.PAGES), PageRecord.class, PageRecord::history);
  }

  private RecordFile<AnswerRecord> answers() {
    return RecordFile.open(
        session.folder().resolve(RunFolder.ANSWERS),
        AnswerRecord.class,
        answer -> Ask.key(answer.question(), answer.mode()));
  }

  private RecordFile<VerdictRecord> verdicts() {
    return RecordFile.open(
        session.folder().resolve(RunFolder.VERDICTS),
        VerdictRecord.class,
        verdict -> Ask.key(verdict.question(), verdict.mode()));
  }

  private boolean stages(
      RecordFile<PageRecord> pages,
      RecordFile<AnswerRecord> answers,
      RecordFile<VerdictRecord> verdicts) {
    try {
      write(pages, memories(parts.memory()));
      answer(pages, answers, memories(parts.memory()));
      if (parts.freeAnswers()) {
        answerWithNothing();
      }
      judge(answers, verdicts);
      return !parts.account().isExhausted();
    } catch (LimitReachedException e) {
      return false;
    }
  }

  private <S> Memories<S> memories(Remembering<S> way) {
    return new Memories<>(
        way, dataset, parts.reading(), new RecallBudget(session.spec().recallTokens()));
  }

  /**
   * A memory to be written.
   *
   * @param shown the question it is written for, where it is written for one
   */
  private record Writing(String key, String history, Asked shown) {}

  private void write(RecordFile<PageRecord> pages, Memories<?> memories) {
    SequencedMap<String, Writing> all = new LinkedHashMap<>();
    for (Ask ask : plan.asks()) {
      String history = ask.question().history();
      Asked anything = new Asked(ask.question().asked().query(), List.of());
      Writing writing =
          memories.isPerQuestion()
              ? new Writing(ask.question().id(), history, answering.shown(ask))
              : new Writing(history, history, anything);
      all.putIfAbsent(writing.key(), writing);
    }
    Progress progress = new Progress(Stage.PAGES, pages, all.size());
    List<Writing> rest =
        all.values().stream().filter(writing -> !pages.has(writing.key())).toList();
    crew()
        .each(
            rest,
            writing -> {
              String scope = scope(Stage.PAGES, writing.key());
              Calls calls = calls(scope, ModelRole.WRITE);
              pages.append(
                  memories.write(
                      writing.key(),
                      writing.history(),
                      writing.shown(),
                      calls,
                      parts.account(),
                      scope));
              progress.more();
            });
    finish(pages, List.copyOf(all.keySet()));
  }

  private void answer(
      RecordFile<PageRecord> pages, RecordFile<AnswerRecord> answers, Memories<?> memories) {
    Progress progress = new Progress(Stage.ANSWERS, answers, plan.asks().size());
    List<String> rest =
        plan.byHistory().entrySet().stream()
            .filter(entry -> entry.getValue().stream().anyMatch(ask -> !answers.has(ask.key())))
            .map(java.util.Map.Entry::getKey)
            .toList();
    crew().each(rest, history -> answerAll(history, pages, answers, memories, progress));
    finish(answers, plan.askKeys());
  }

  /** The questions of one history, all at once: its memory is there only as long as they are. */
  private void answerAll(
      String history,
      RecordFile<PageRecord> pages,
      RecordFile<AnswerRecord> answers,
      Memories<?> memories,
      Progress progress) {
    List<Ask> rest =
        plan.byHistory().getOrDefault(history, List.of()).stream()
            .filter(ask -> !answers.has(ask.key()))
            .toList();
    Memories.Recalling memory = opened(history, pages, memories);
    new Crew(rest.size(), parts.account()::isExhausted)
        .each(
            rest,
            ask -> {
              String scope = scope(Stage.ANSWERS, ask.key());
              Calls calls = calls(scope, ModelRole.ANSWER);
              answers.append(answering.answer(ask, memory, parts.answering().apply(calls), scope));
              progress.more();
            });
  }

  /** The empty-page row, where it costs nothing: what the answerer makes of the options alone. */
  private void answerWithNothing() {
    List<Ask> choices = plan.asks().stream().filter(ask -> ask.mode() == Mode.CHOICE).toList();
    Answerer answerer = parts.answering().apply(Calls.none());
    try (RecordFile<AnswerRecord> baseline =
        RecordFile.open(
            session.folder().resolve(RunFolder.BASELINE),
            AnswerRecord.class,
            answer -> Ask.key(answer.question(), answer.mode()))) {
      crew()
          .each(
              choices.stream().filter(ask -> !baseline.has(ask.key())).toList(),
              ask ->
                  baseline.append(
                      answering.answer(ask, any -> Recall.NOTHING, answerer, ask.key())));
      baseline.arrange(choices.stream().map(Ask::key).toList());
    }
  }

  private static Memories.Recalling opened(
      String history, RecordFile<PageRecord> pages, Memories<?> memories) {
    try {
      return memories.open(history, pages);
    } catch (UnwrittenException e) {
      return ask -> {
        throw e;
      };
    }
  }

  private void judge(RecordFile<AnswerRecord> answers, RecordFile<VerdictRecord> verdicts) {
    Judging judging = new Judging(parts.judges(), parts.account());
    Progress progress = new Progress(Stage.VERDICTS, verdicts, plan.asks().size());
    List<Ask> rest = plan.asks().stream().filter(ask -> !verdicts.has(ask.key())).toList();
    // A verdict holds little: as many at once as the limits of the judges' model bear.
    new Crew(Math.max(parallel, JUDGED_AT_ONCE), parts.account()::isExhausted)
        .each(
            rest,
            ask -> {
              String scope = scope(Stage.VERDICTS, ask.key());
              AnswerRecord answer =
                  answers
                      .find(ask.key())
                      .orElseThrow(() -> new RunException(missing(ask, RunFolder.ANSWERS)));
              verdicts.append(judging.judge(ask, answer, calls(scope, ModelRole.JUDGE), scope));
              progress.more();
            });
    finish(verdicts, plan.askKeys());
  }

  private static final int JUDGED_AT_ONCE = 64;

  private static String missing(Ask ask, String file) {
    return "question %s is not in %s; resume the run".formatted(ask.question().id(), file);
  }

  private Crew crew() {
    return new Crew(parallel, parts.account()::isExhausted);
  }

  private String scope(Stage stage, String key) {
    return "%s %s %s".formatted(stage.label(), stage.digest(session.spec()), key);
  }

  private Calls calls(String scope, ModelRole role) {
    Account account = parts.account();
    return new RunCalls(parts.calls().calls(scope, role, account.lease(scope)), account, role);
  }

  /** Puts a stage's records in order, or leaves it half done when the limits were reached. */
  private void finish(RecordFile<?> records, List<String> keys) {
    boolean complete = keys.stream().allMatch(records::has);
    if (!complete) {
      throw new LimitReachedException(
          new IllegalStateException("%d records are missing".formatted(keys.size())));
    }
    records.arrange(keys);
  }

  private RunResult result(boolean finished, RecordFile<VerdictRecord> verdicts) {
    SequencedMap<Verdict, Long> counts = new LinkedHashMap<>();
    double right = 0;
    long judged = 0;
    List<VerdictRecord> found = new ArrayList<>();
    for (Ask ask : plan.asks()) {
      verdicts.find(ask.key()).ifPresent(found::add);
    }
    for (VerdictRecord verdict : found) {
      counts.merge(verdict.verdict(), 1L, Long::sum);
      if (verdict.score() >= 0) {
        right += verdict.score();
        judged++;
      }
    }
    return new RunResult(finished, counts, right, judged, parts.account().total());
  }

  /** Tells the listener, one thread at a time. */
  private final class Progress {
    private final Stage stage;
    private final int total;
    private int done;

    Progress(Stage stage, RecordFile<?> records, int total) {
      this.stage = stage;
      this.total = total;
      this.done = records.size();
      listener.onStage(stage, done, total);
    }

    synchronized void more() {
      done++;
      listener.onRecord(stage, done, total);
    }
  }
}
