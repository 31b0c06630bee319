package dev.rapport.bench.run;

import dev.rapport.memory.Answerer;
import dev.rapport.memory.Recall;
import dev.rapport.model.ModelRole;
import dev.rapport.work.Calls;
import java.util.List;
import java.util.Map;

/** Asks every question of the memory of its history, and once more of no memory at all. */
final class AnswerStage {
  private final RunFrame frame;
  private final Answering answering;

  AnswerStage(RunFrame frame, Answering answering) {
    this.frame = frame;
    this.answering = answering;
  }

  void finish(
      RecordFile<PageRecord> pages, RecordFile<AnswerRecord> answers, Memories<?> memories) {
    StageProgress progress = frame.progress(Stage.ANSWERS, answers, frame.plan().asks().size());
    List<String> rest =
        frame.plan().byHistory().entrySet().stream()
            .filter(entry -> entry.getValue().stream().anyMatch(ask -> !answers.has(ask.key())))
            .map(Map.Entry::getKey)
            .toList();
    frame
        .crew()
        .each(
            rest,
            history -> answerAll(history, opened(history, pages, memories), answers, progress));
    frame.finish(answers, frame.plan().askKeys());
  }

  /** The questions of one history, all at once: its memory is there only as long as they are. */
  private void answerAll(
      String history,
      Memories.Recalling memory,
      RecordFile<AnswerRecord> answers,
      StageProgress progress) {
    List<Ask> rest =
        frame.plan().byHistory().getOrDefault(history, List.of()).stream()
            .filter(ask -> !answers.has(ask.key()))
            .toList();
    frame
        .crew(rest.size())
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

  /** A memory that could not be written fails each question asked of it, not the run. */
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
