package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.run.Memories.Recalling;
import dev.rapport.model.ModelRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Writes a memory for every history, once and blind, or for every question where that is asked. */
final class PageStage {
  private final RunFrame frame;
  private final Answering answering;
  private final RecordFile<PageRecord> pages;
  private final Memories<?> memories;
  private final SequencedMap<String, SequencedMap<String, Writing>> byHistory;
  private final StageProgress progress;

  PageStage(
      RunFrame frame, Answering answering, RecordFile<PageRecord> pages, Memories<?> memories) {
    this.frame = frame;
    this.answering = answering;
    this.pages = pages;
    this.memories = memories;
    this.byHistory = writings();
    this.progress = frame.progress(Stage.PAGES, pages, keys().size());
  }

  /**
   * A memory to be written.
   *
   * @param shown the question it is written for, where it is written for one
   */
  private record Writing(String key, Asked shown) {}

  private SequencedMap<String, SequencedMap<String, Writing>> writings() {
    SequencedMap<String, SequencedMap<String, Writing>> all = new LinkedHashMap<>();
    for (Ask ask : frame.plan().asks()) {
      String history = ask.question().history();
      Writing writing =
          memories.isPerQuestion()
              ? new Writing(ask.question().id(), answering.shown(ask))
              : new Writing(history, new Asked(ask.question().asked().query(), List.of()));
      all.computeIfAbsent(history, id -> new LinkedHashMap<>()).putIfAbsent(writing.key(), writing);
    }
    return all;
  }

  /** In the order in which their questions come. */
  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Ask ask : frame.plan().asks()) {
      keys.add(memories.isPerQuestion() ? ask.question().id() : ask.question().history());
    }
    return keys.stream().distinct().toList();
  }

  boolean isDone(String history) {
    return pages.hasAll(writings(history).keySet());
  }

  private SequencedMap<String, Writing> writings(String history) {
    return byHistory.getOrDefault(history, new LinkedHashMap<>());
  }

  /**
   * Writes what of a history's memories is not written yet, and opens them for questions.
   *
   * <p>A memory that could not be written fails each question asked of it, not the run.
   */
  Recalling write(String history) {
    List<Writing> rest =
        writings(history).values().stream().filter(it -> !pages.has(it.key())).toList();
    List<Recalling> made = Collections.synchronizedList(new ArrayList<>());
    frame.crew(Math.max(1, rest.size())).each(rest, writing -> written(history, writing, made));
    try {
      return made.isEmpty() ? memories.open(history, pages) : made.getFirst();
    } catch (UnwrittenException e) {
      return ask -> {
        throw e;
      };
    }
  }

  private void written(String history, Writing writing, List<Recalling> made) {
    String scope = frame.scope(Stage.PAGES, writing.key());
    Memories.Made one =
        memories.write(
            writing.key(),
            history,
            writing.shown(),
            frame.calls(scope, ModelRole.WRITE),
            frame.parts().account(),
            scope);
    pages.append(one.page());
    progress.more();
    made.addAll(one.inHand());
  }

  /** Puts the pages in order. */
  void finish() {
    frame.finish(pages, keys());
  }
}
