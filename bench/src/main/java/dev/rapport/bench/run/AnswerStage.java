package dev.rapport.bench.run;

import dev.rapport.bench.run.Memories.Recalling;
import dev.rapport.memory.Answerer;
import dev.rapport.memory.Recall;
import dev.rapport.model.ModelRole;
import dev.rapport.work.Calls;
import java.util.List;

/** Asks every question of the memory of its history, and once more of no memory at all. */
final class AnswerStage {
  private final RunFrame frame;
  private final Answering answering;
  private final RecordFile<AnswerRecord> answers;
  private final StageProgress progress;

  AnswerStage(RunFrame frame, Answering answering, RecordFile<AnswerRecord> answers) {
    this.frame = frame;
    this.answering = answering;
    this.answers = answers;
    this.progress = frame.progress(Stage.ANSWERS, answers, frame.plan().asks().size());
  }

  boolean isDone(String history) {
    return rest(history).isEmpty();
  }

  private List<Ask> rest(String history) {
    return frame.plan().byHistory().getOrDefault(history, List.of()).stream()
        .filter(ask -> !answers.has(ask.key()))
        .toList();
  }

  /** The questions of one history, all at once: its memory is there only as long as they are. */
  void answer(String history, Recalling memory) {
    List<Ask> rest = rest(history);
    frame
        .crew(Math.max(1, rest.size()))
        .each(
            rest,
            ask -> {
              String scope = frame.scope(Stage.ANSWERS, ask.key());
              Calls calls = frame.calls(scope, ModelRole.ANSWER);
              Answerer answerer = frame.parts().answering().apply(calls);
              answers.append(answering.answer(ask, memory, answerer, scope));
              progress.more();
            });
  }

  /** Puts the answers in order. */
  void finish() {
    frame.finish(answers, frame.plan().askKeys());
  }

  /** The empty-page row, where it costs nothing: what the answerer makes of the options alone. */
  void finishWithNothing(RecordFile<AnswerRecord> baseline) {
    List<Ask> choices =
        frame.plan().asks().stream().filter(ask -> ask.mode() == Mode.CHOICE).toList();
    Answerer answerer = frame.parts().answering().apply(Calls.none());
    frame
        .crew()
        .each(
            choices.stream().filter(ask -> !baseline.has(ask.key())).toList(),
            ask ->
                baseline.append(answering.answer(ask, any -> Recall.NOTHING, answerer, ask.key())));
    baseline.arrange(choices.stream().map(Ask::key).toList());
  }
}
