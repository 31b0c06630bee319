package dev.rapport.scheduler;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelException;
import dev.rapport.model.ModelException.Kind;
import dev.rapport.model.Usage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells tales in the same process; notes who asks what, and whether anybody is asked twice. */
final class TaleModel implements LanguageModel {
  static final String NAME = "tale-1";

  private final ConcurrentLinkedQueue<String> questions = new ConcurrentLinkedQueue<>();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  final AtomicInteger overlaps = new AtomicInteger();

  /** Calls wait here until it is open. */
  volatile CountDownLatch gate = new CountDownLatch(0);

  /** Whether poison is still poison. */
  volatile boolean rejects = true;

  /** What every call fails with while it is away. */
  volatile Kind away = Kind.MALFORMED;

  volatile boolean isAway;

  List<String> questions() {
    return List.copyOf(questions);
  }

  int repeated() {
    return asked.values().stream().mapToInt(times -> times - 1).sum();
  }

  void goAway(Kind how) {
    away = how;
    isAway = true;
  }

  void comeBack() {
    isAway = false;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ChatReply chat(ChatRequest request) {
    String question = request.messages().getLast().content();
    if (isAway) {
      throw new ModelException(away, "the model is away");
    }
    String person = Tale.personIn(question);
    if (!busy.add(person)) {
      overlaps.incrementAndGet();
    }
    try {
      questions.add(question);
      asked.merge(question, 1, Integer::sum);
      gate.await();
      if (rejects && question.contains(Tale.POISON)) {
        throw new ModelException(Kind.REJECTED, "422");
      }
      return new ChatReply(Tale.answer(question), "", FinishReason.STOP, Usage.of(1000, 500), NAME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(Kind.CANCELLED, "cancelled", e);
    } finally {
      busy.remove(person);
    }
  }
}
