package dev.rapport.bench.score;

import dev.rapport.bench.dataset.Gold;
import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.run.AnswerRecord;
import dev.rapport.bench.run.AnswerRecord.Outcome;
import dev.rapport.bench.run.Mode;
import dev.rapport.bench.run.PageRecord;
import dev.rapport.bench.run.Spent;
import dev.rapport.bench.run.VerdictRecord;
import dev.rapport.bench.run.VerdictRecord.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings together what belongs to one question. */
public final class Trials {
  private final Map<Key, VerdictRecord> verdicts;
  private final Map<Key, AnswerRecord> baseline;
  private final Map<Key, VerdictRecord> baselineVerdicts;
  private final Map<String, PageRecord> pages = new LinkedHashMap<>();

  private record Key(String question, Mode mode) {}

  private Trials(RunRecords run) {
    verdicts = verdicts(run.verdicts());
    baseline = answers(run.baseline());
    baselineVerdicts = verdicts(run.baselineVerdicts());
    run.pages().forEach(page -> pages.put(page.history(), page));
  }

  /**
   * One trial for every answer of a mode, in the data set's order.
   *
   * @param mode {@link Mode#CHOICE} or {@link Mode#OPEN}
   */
  public static List<Trial> of(RunRecords run, Mode mode) {
    Trials joined = new Trials(run);
    Map<Key, AnswerRecord> answers = answers(run.answers());
    List<Trial> trials = new ArrayList<>();
    for (Question question : run.questions()) {
      AnswerRecord answer = answers.get(new Key(question.id(), mode));
      if (answer != null) {
        trials.add(joined.trial(question, answer));
      }
    }
    return trials;
  }

  private Trial trial(Question question, AnswerRecord answer) {
    Key key = new Key(question.id(), answer.mode());
    VerdictRecord verdict = verdict(question, answer, verdicts.get(key));
    AnswerRecord without = baseline.get(key);
    Graded none = Graded.NONE;
    return new Trial(
        question,
        page(question),
        answer,
        verdict,
        graded(verdict),
        without == null ? none : graded(verdict(question, without, baselineVerdicts.get(key))),
        without == null ? -1 : without.option());
  }

  /** A query-aware run keeps a page for every question, under the question's id. */
  private PageRecord page(Question question) {
    PageRecord own = pages.get(question.id());
    PageRecord shared = own == null ? pages.get(question.history()) : own;
    return shared == null
        ? new PageRecord(question.history(), "", "", 0, 0, 0, "", List.of(), Spent.NOTHING)
        : shared;
  }

  private static Graded graded(VerdictRecord verdict) {
    boolean scored = verdict.verdict() == Verdict.CORRECT || verdict.verdict() == Verdict.WRONG;
    return new Graded(verdict.verdict(), scored ? Math.clamp(verdict.score(), 0.0, 1.0) : 0);
  }

  /** Choices are counted again from the option, so that no number rests on an earlier stage. */
  private static VerdictRecord verdict(
      Question question, AnswerRecord answer, @Nullable VerdictRecord stored) {
    if (answer.outcome() == Outcome.UNANSWERED) {
      return judged(answer, Verdict.UNANSWERED, -1, answer.cause(), stored);
    }
    if (answer.outcome() == Outcome.UNPARSED) {
      return judged(answer, Verdict.UNPARSED, -1, "no option can be read from the reply", stored);
    }
    if (answer.outcome() == Outcome.CHOSEN && question.gold().option() == Gold.NO_OPTION) {
      return judged(answer, Verdict.UNJUDGED, -1, "the data set names no right option", stored);
    }
    if (answer.outcome() == Outcome.CHOSEN) {
      boolean right = answer.option() == question.gold().option();
      return judged(answer, right ? Verdict.CORRECT : Verdict.WRONG, right ? 1 : 0, "", stored);
    }
    return stored == null ? judged(answer, Verdict.UNJUDGED, -1, "not judged yet", stored) : stored;
  }

  private static VerdictRecord judged(
      AnswerRecord answer,
      Verdict verdict,
      double score,
      String why,
      @Nullable VerdictRecord stored) {
    return new VerdictRecord(
        answer.question(),
        answer.mode(),
        verdict,
        score,
        stored == null || !why.isEmpty() ? why : stored.why(),
        stored == null ? List.of() : stored.votes(),
        stored == null ? Spent.NOTHING : stored.spent());
  }

  private static Map<Key, AnswerRecord> answers(List<AnswerRecord> answers) {
    Map<Key, AnswerRecord> byKey = new LinkedHashMap<>();
    answers.forEach(answer -> byKey.put(new Key(answer.question(), answer.mode()), answer));
    return byKey;
  }

  private static Map<Key, VerdictRecord> verdicts(List<VerdictRecord> verdicts) {
    Map<Key, VerdictRecord> byKey = new LinkedHashMap<>();
    verdicts.forEach(verdict -> byKey.put(new Key(verdict.question(), verdict.mode()), verdict));
    return byKey;
  }
}
