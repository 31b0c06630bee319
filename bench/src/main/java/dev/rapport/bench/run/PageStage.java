package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.model.ModelRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Writes a memory for every history, once and blind, or for every question where that is asked. */
final class PageStage {
  private final RunFrame frame;
  private final Answering answering;

  PageStage(RunFrame frame, Answering answering) {
    this.frame = frame;
    this.answering = answering;
  }

  /**
   * A memory to be written.
   *
   * @param shown the question it is written for, where it is written for one
   */
  private record Writing(String key, String history, Asked shown) {}

  void finish(RecordFile<PageRecord> pages, Memories<?> memories) {
    SequencedMap<String, Writing> all = writings(memories);
    StageProgress progress = frame.progress(Stage.PAGES, pages, all.size());
    List<Writing> rest =
        all.values().stream().filter(writing -> !pages.has(writing.key())).toList();
    frame
        .crew()
        .each(
            rest,
            writing -> {
              pages.append(written(writing, memories));
              progress.more();
            });
    frame.finish(pages, List.copyOf(all.keySet()));
  }

  private SequencedMap<String, Writing> writings(Memories<?> memories) {
    SequencedMap<String, Writing> all = new LinkedHashMap<>();
    for (Ask ask : frame.plan().asks()) {
      String history = ask.question().history();
      Asked anything = new Asked(ask.question().asked().query(), List.of());
      Writing writing =
          memories.isPerQuestion()
              ? new Writing(ask.question().id(), history, answering.shown(ask))
              : new Writing(history, history, anything);
      all.putIfAbsent(writing.key(), writing);
    }
    return all;
  }

  private PageRecord written(Writing writing, Memories<?> memories) {
    String scope = frame.scope(Stage.PAGES, writing.key());
    return memories.write(
        writing.key(),
        writing.history(),
        writing.shown(),
        frame.calls(scope, ModelRole.WRITE),
        frame.parts().account(),
        scope);
  }
}
