package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.dataset.Dataset;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.memory.MemoryStrategy;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.model.ModelException;
import dev.rapport.work.Calls;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes the memories of a run, and brings them back for questions.
 *
 * @param <S> the memory
 */
final class Memories<S> {
  private final Remembering<S> way;
  private final Dataset dataset;
  private final Reading reading;
  private final RecallBudget budget;

  Memories(Remembering<S> way, Dataset dataset, Reading reading, RecallBudget budget) {
    this.way = way;
    this.dataset = dataset;
    this.reading = reading;
    this.budget = budget;
  }

  /** Recalls for one question of the history it was opened for. */
  @FunctionalInterface
  interface Recalling {
    /**
     * @throws UnwrittenException if there is no memory to recall from
     */
    Recall recall(Ask ask);
  }

  /**
   * A memory that was written.
   *
   * @param inHand the memory itself, where making it again from the record would be the same work
   */
  record Made(PageRecord page, List<Recalling> inHand) {}

  /** Whether every question has a memory of its own. */
  boolean isPerQuestion() {
    return way instanceof Remembering.PerQuestion<S>;
  }

  /**
   * Writes one memory.
   *
   * @param key the record's
   * @param shown the question it is written for, where it is written for one
   */
  Made write(String key, String history, Asked shown, Calls calls, Account account, String scope) {
    return switch (way) {
      case Remembering.Kept<S>(var strategy, var codec) ->
          filed(written(key, history, strategy, codec, calls, account, scope));
      case Remembering.PerQuestion<S>(var strategies, var codec) ->
          filed(written(key, history, strategies.apply(shown), codec, calls, account, scope));
      case Remembering.Rebuilt<S>(var strategy) -> {
        Folding.Folded<S> folded = fold(strategy, history, Calls.none());
        yield new Made(
            record(key, "", "", folded, Spent.NOTHING),
            List.of(recalling(strategy, folded.memory())));
      }
      case Remembering.Nothing<S> none -> filed(unread(key, "", Spent.NOTHING));
      case Remembering.Evidence<S> evidence -> filed(unread(key, "", Spent.NOTHING));
    };
  }

  private static Made filed(PageRecord page) {
    return new Made(page, List.of());
  }

  private Recalling recalling(MemoryStrategy<S> strategy, S memory) {
    return ask -> strategy.recall(ask.question().asked().query(), memory, budget);
  }

  private PageRecord written(
      String key,
      String history,
      MemoryStrategy<S> strategy,
      MemoryCodec<S> codec,
      Calls calls,
      Account account,
      String scope) {
    try {
      Folding.Folded<S> folded = fold(strategy, history, calls);
      String text = codec.text(folded.memory());
      return record(key, text, codec.write(folded.memory()), folded, account.of(scope));
    } catch (ModelException e) {
      return unread(key, Causes.of(e), account.of(scope));
    }
  }

  private PageRecord record(
      String key, String text, String state, Folding.Folded<S> folded, Spent spent) {
    return new PageRecord(
        key,
        text,
        state,
        text.isEmpty() ? 0 : reading.counter().count(text),
        folded.tokens(),
        folded.chunks(),
        "",
        folded.findings(),
        spent);
  }

  private static PageRecord unread(String key, String failure, Spent spent) {
    return new PageRecord(key, "", "", 0, 0, 0, failure, List.of(), spent);
  }

  private Folding.Folded<S> fold(MemoryStrategy<S> strategy, String history, Calls calls) {
    try (Stream<Message> messages = dataset.history(history).messages()) {
      return new Folding<>(strategy, reading).fold(history, messages, calls);
    }
  }

  /** Opens a history's memory; it is held as long as what is returned. */
  Recalling open(String history, RecordFile<PageRecord> pages) {
    return switch (way) {
      case Remembering.Kept<S>(var strategy, var codec) -> {
        S memory = codec.read(Folding.SOMEBODY, page(pages, history).state());
        yield recalling(strategy, memory);
      }
      case Remembering.PerQuestion<S>(var strategies, var codec) ->
          ask -> {
            S memory = codec.read(Folding.SOMEBODY, page(pages, ask.question().id()).state());
            Asked asked = ask.question().asked();
            return strategies.apply(asked).recall(asked.query(), memory, budget);
          };
      case Remembering.Rebuilt<S>(var strategy) -> {
        S memory = fold(strategy, history, Calls.none()).memory();
        yield recalling(strategy, memory);
      }
      case Remembering.Nothing<S>(var strategy) -> {
        yield recalling(strategy, strategy.empty(Folding.SOMEBODY));
      }
      case Remembering.Evidence<S>(var strategy) ->
          ask -> {
            S memory = evidence(strategy, history, ask.question().gold().evidence());
            return strategy.recall(ask.question().asked().query(), memory, budget);
          };
    };
  }

  private static PageRecord page(RecordFile<PageRecord> pages, String key) {
    PageRecord page =
        pages
            .find(key)
            .orElseThrow(() -> new UnwrittenException("its page is not in " + RunFolder.PAGES));
    if (!page.failure().isEmpty()) {
      throw new UnwrittenException("the page could not be written: " + page.failure());
    }
    return page;
  }

  /** The messages of the history that the data set names; their bare texts if it has no such. */
  private S evidence(MemoryStrategy<S> strategy, String history, List<String> evidence) {
    Set<String> wanted = new LinkedHashSet<>(evidence);
    Function<Stream<Message>, S> folded =
        messages -> new Folding<>(strategy, reading).fold(history, messages, Calls.none()).memory();
    List<Message> found;
    try (Stream<Message> messages = dataset.history(history).messages()) {
      found = messages.filter(message -> wanted.contains(message.text())).toList();
    }
    return folded.apply(
        found.isEmpty()
            ? evidence.stream().map(text -> new Message("", Role.USER, text, Turn.UNDATED))
            : found.stream());
  }
}
