package dev.rapport.bench.run;

import dev.rapport.model.ModelRole;
import java.util.List;

/** Rules on every answer. */
final class VerdictStage {
  /** A verdict holds little memory: as many at once as the limits of the judges' model bear. */
  private static final int AT_ONCE = 64;

  private final RunFrame frame;
  private final Judging judging;

  VerdictStage(RunFrame frame) {
    this.frame = frame;
    this.judging = new Judging(frame.parts().judges(), frame.parts().account());
  }

  void finish(RecordFile<AnswerRecord> answers, RecordFile<VerdictRecord> verdicts) {
    List<Ask> all = frame.plan().asks();
    StageProgress progress = frame.progress(Stage.VERDICTS, verdicts, all.size());
    List<Ask> rest = all.stream().filter(ask -> !verdicts.has(ask.key())).toList();
    frame
        .crew(Math.max(frame.parallel(), AT_ONCE))
        .each(
            rest,
            ask -> {
              String scope = frame.scope(Stage.VERDICTS, ask.key());
              verdicts.append(
                  judging.judge(
                      ask, answer(ask, answers), frame.calls(scope, ModelRole.JUDGE), scope));
              progress.more();
            });
    frame.finish(verdicts, frame.plan().askKeys());
  }

  private static AnswerRecord answer(Ask ask, RecordFile<AnswerRecord> answers) {
    return answers
        .find(ask.key())
        .orElseThrow(
            () ->
                new RunException(
                    "question %s is not in %s; resume the run"
                        .formatted(ask.question().id(), RunFolder.ANSWERS)));
  }
}
