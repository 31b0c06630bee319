package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Gold;
import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.judge.Judges;
import dev.rapport.bench.judge.Ruling;
import dev.rapport.bench.run.VerdictRecord.Verdict;
import dev.rapport.bench.run.VerdictRecord.Vote;
import dev.rapport.work.Calls;
import java.util.List;

/** Finds what one answer comes to. */
final class Judging {
  private static final double NO_SCORE = -1;

  private final Judges judges;
  private final Account account;

  Judging(Judges judges, Account account) {
    this.judges = judges;
    this.account = account;
  }

  /**
   * @param scope of the judges' calls, for what they cost
   */
  VerdictRecord judge(Ask ask, AnswerRecord answer, Calls calls, String scope) {
    return answer.outcome() == AnswerRecord.Outcome.REPLIED
        ? replied(ask, answer, calls, scope)
        : ofChoice(ask.question(), answer);
  }

  /** Of an answer that no judge is needed for. */
  static VerdictRecord ofChoice(Question question, AnswerRecord answer) {
    return switch (answer.outcome()) {
      case UNANSWERED -> verdict(answer, Verdict.UNANSWERED, NO_SCORE, answer.cause());
      case UNPARSED ->
          verdict(answer, Verdict.UNPARSED, NO_SCORE, "no option can be read from the reply");
      case CHOSEN -> chosen(question.gold().option(), answer);
      case REPLIED ->
          verdict(answer, Verdict.UNJUDGED, NO_SCORE, "an answer in words needs judges");
    };
  }

  private static VerdictRecord chosen(int right, AnswerRecord answer) {
    if (right == Gold.NO_OPTION) {
      return verdict(answer, Verdict.UNJUDGED, NO_SCORE, "the data set names no right option");
    }
    return answer.option() == right
        ? verdict(answer, Verdict.CORRECT, 1, "")
        : verdict(answer, Verdict.WRONG, 0, "another option was right");
  }

  private VerdictRecord replied(Ask ask, AnswerRecord answer, Calls calls, String scope) {
    Ruling ruling =
        judges.judge(ask.question().asked().query(), ask.question().gold(), answer.reply(), calls);
    List<Vote> votes =
        ruling.votes().stream().map(vote -> new Vote(vote.said(), vote.reason())).toList();
    Verdict verdict =
        switch (ruling.finding()) {
          case RIGHT -> Verdict.CORRECT;
          case WRONG -> Verdict.WRONG;
          case UNDECIDED -> Verdict.UNJUDGED;
        };
    return new VerdictRecord(
        ask.question().id(),
        ask.mode(),
        verdict,
        verdict == Verdict.UNJUDGED ? NO_SCORE : ruling.score(),
        ruling.why(),
        votes,
        account.of(scope));
  }

  private static VerdictRecord verdict(
      AnswerRecord answer, Verdict verdict, double score, String why) {
    return new VerdictRecord(
        answer.question(), answer.mode(), verdict, score, why, List.of(), Spent.NOTHING);
  }
}
