package dev.rapport.store;

import dev.rapport.conversation.Turn;
import dev.rapport.learn.MemoryStore;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelException;
import dev.rapport.model.ModelRole;
import dev.rapport.page.Page;
import dev.rapport.person.UserId;
import dev.rapport.work.CallConfig;
import dev.rapport.work.Calls;
import dev.rapport.work.CallsFactory;
import dev.rapport.work.EmbeddedWork;
import dev.rapport.work.EngineConfig;
import dev.rapport.work.EngineListener;
import dev.rapport.work.KeyedWork;
import dev.rapport.work.KeyedWork.Next;
import dev.rapport.work.Lease;
import dev.rapport.work.LimiterConfig;
import dev.rapport.work.PriceList;
import dev.rapport.work.WorkTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The smallest thing that learns: two paid calls for each turn, the page is one line that depends
 * on every turn before in order, so that a wrong order or a lost turn shows in the result.
 */
final class Fold implements KeyedWork.Worker {
  static final String KIND = "fold";
  private static final int TURNS_AT_A_TIME = 3;

  private final MemoryStore memory;
  private final CallsFactory calls;

  private Fold(MemoryStore memory, CallsFactory calls) {
    this.memory = memory;
    this.calls = calls;
  }

  /** An engine over the store that folds with the model, many people at once. */
  static EmbeddedWork engine(SqliteStore store, LanguageModel model, int callsAtOnce) {
    WorkTime time = WorkTime.of(Clock.systemUTC());
    CallsFactory calls =
        CallsFactory.of(
                store.journal(),
                store.ledger(),
                PriceList.EMPTY,
                CallConfig.DEFAULT,
                time,
                new SplittableRandom(1))
            .bind(
                ModelRole.WRITE,
                model,
                new LimiterConfig(callsAtOnce, LimiterConfig.UNLIMITED, LimiterConfig.UNLIMITED));
    EmbeddedWork engine =
        EmbeddedWork.over(
            store.wakeList(),
            new EngineConfig(64, 3, Duration.ofMillis(10), Duration.ofMillis(100)),
            EngineListener.SILENT,
            time,
            new SplittableRandom(2));
    engine.handle(KIND, new Fold(store.memory(), calls));
    return engine;
  }

  static List<Turn> turnsOf(String person, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> Samples.turn("t" + i, person + " says " + i))
        .toList();
  }

  /** What a person's page must say after these turns. */
  static String expected(List<String> said) {
    String line = "nothing";
    for (String text : said) {
      line = Provider.answerTo(merge(Provider.answerTo(extract(line, text)), text));
    }
    return line;
  }

  @Override
  public Next take(String key, Lease lease) {
    UserId user = new UserId(key);
    Calls paid = calls.calls(key, ModelRole.WRITE, lease);
    for (int i = 0; i < TURNS_AT_A_TIME; i++) {
      List<MemoryStore.Waiting> waiting = memory.pending(user, MemoryStore.FROM_START, 1);
      if (waiting.isEmpty()) {
        return new Next.Done();
      }
      Turn turn = waiting.getFirst().turn();
      try {
        fold(user, turn, paid);
      } catch (ModelException e) {
        if (e.kind() != ModelException.Kind.REJECTED) {
          return new Next.After(Duration.ofMillis(50));
        }
        memory.bury(user, List.of(turn.id()), "the model rejects it");
      }
    }
    return new Next.Again();
  }

  private void fold(UserId user, Turn turn, Calls paid) {
    Page page = memory.page(user);
    String before = page.isEmpty() ? "nothing" : page.lines().getFirst().text();
    String extract = ask(paid, "extract " + turn.id(), extract(before, turn.text()));
    String line = ask(paid, "merge " + turn.id(), merge(extract, turn.text()));
    Page after = Samples.next(page, Samples.line(1, line));
    // Losing the race is no fault: the next round reads anew.
    memory.advance(user, Samples.step(page, after, List.of(turn.id())));
  }

  private static String ask(Calls paid, String step, String question) {
    return paid.call(step, ChatRequest.of(List.of(ChatMessage.user(question)), 10)).text();
  }

  static String extract(String line, String text) {
    return "extract|%s|%s".formatted(line, text);
  }

  static String merge(String extract, String text) {
    return "merge|%s|%s".formatted(extract, text);
  }
}
