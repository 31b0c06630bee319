package dev.rapport.scheduler;

import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.Behaviour;
import dev.rapport.fakeserver.ChatCall;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Misbehaviour;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells tales to other processes, slowly, and sees what they cannot see of one another: whether a
 * question is asked again, and whether two are asked about one person at once.
 */
final class TaleServer implements AutoCloseable {
  private final Map<String, Integer> answered = new ConcurrentHashMap<>();
  private final Map<String, Integer> given = new ConcurrentHashMap<>();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();
  private final AtomicInteger overlaps = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private final Duration latency;
  private final FakeServer server;
  private volatile int cap = Integer.MAX_VALUE;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  TaleServer(Duration latency) {
    this.latency = latency;
    this.server = FakeServer.start(this::respond);
  }

  int port() {
    return server.port();
  }

  /** Refuses whatever goes beyond so many calls at once. */
  void bear(int most) {
    cap = most;
  }

  /** From now on calls wait until {@link #answerAgain}. */
  void hold() {
    gate = new CountDownLatch(1);
  }

  void answerAgain() {
    gate.countDown();
  }

  /** Questions answered, each counted once. */
  int questions() {
    return answered.size();
  }

  /** Answers given to questions answered before. */
  int repeated() {
    return answered.values().stream().mapToInt(times -> times - 1).sum();
  }

  /** How often an answer was given. */
  int given(String answer) {
    return given.getOrDefault(answer, 0);
  }

  /** Times that two calls about one person were under way. */
  int overlaps() {
    return overlaps.get();
  }

  int refusals() {
    return refusals.get();
  }

  int inFlight() {
    return inFlight.get();
  }

  int mostInFlight() {
    return mostInFlight.get();
  }

  private Behaviour respond(ChatCall call) {
    String question = call.lastText();
    int now = inFlight.incrementAndGet();
    try {
      if (now > cap) {
        refusals.incrementAndGet();
        return Misbehaviour.rateLimited(Map.of("Retry-After", "0"));
      }
      mostInFlight.accumulateAndGet(now, Math::max);
      return answer(question);
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private Behaviour answer(String question) {
    String person = Tale.personIn(question);
    boolean first = busy.add(person);
    if (!first) {
      overlaps.incrementAndGet();
    }
    try {
      gate.await();
      LockSupport.parkNanos(latency.toNanos());
      if (question.contains(Tale.POISON)) {
        return new Behaviour.Refuse(422, "it cannot be read", "invalid", "", Map.of());
      }
      answered.merge(question, 1, Integer::sum);
      String answer = Tale.answer(question);
      given.merge(answer, 1, Integer::sum);
      return new Behaviour.Say(Answer.of(answer));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Misbehaviour.serverError();
    } finally {
      if (first) {
        busy.remove(person);
      }
    }
  }

  @Override
  public void close() {
    gate.countDown();
    server.close();
  }
}
