package dev.rapport.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.Count;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Misbehaviour;
import dev.rapport.fakeserver.Responder;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.ModelRole;
import dev.rapport.work.CallConfig;
import dev.rapport.work.CallJournal;
import dev.rapport.work.CallKey;
import dev.rapport.work.Calls;
import dev.rapport.work.CallsFactory;
import dev.rapport.work.Lease;
import dev.rapport.work.LedgerEntry;
import dev.rapport.work.LedgerEntry.Outcome;
import dev.rapport.work.LimiterConfig;
import dev.rapport.work.PriceList;
import dev.rapport.work.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LedgerStormIT {
  private static final int CALLS = 120;

  @Test
  void givenAStormOfFailures_whenManyCall_theLedgerAgreesWithTheServersOwnCount() throws Exception {
    Responder storm =
        Responder.answering(call -> Answer.of("echo of " + call.lastText()))
            .stormy(
                11,
                0.5,
                Misbehaviour.rateLimited(),
                Misbehaviour.rateLimited(Duration.ofSeconds(2)),
                Misbehaviour.serverError(),
                Misbehaviour.overloaded(),
                Misbehaviour.invalidJson(),
                Misbehaviour.reset());
    Queue<LedgerEntry> ledger = new ConcurrentLinkedQueue<>();
    try (var server = FakeServer.start(storm);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Calls calls = calls(server, ledger);
      List<Future<ChatReply>> replies = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        var request = ChatRequest.of(List.of(ChatMessage.user("call number " + i)), 50);
        String step = "answer q" + i;
        replies.add(threads.submit(() -> calls.call(step, request)));
      }
      for (int i = 0; i < CALLS; i++) {
        assertThat(replies.get(i).get().text()).isEqualTo("echo of call number " + i);
      }

      Count count = server.count();
      assertThat(ledger).hasSize(count.attempts()).hasSizeGreaterThan(CALLS);
      assertThat(outcomes(ledger, Outcome.ANSWERED)).isEqualTo(count.answered()).isEqualTo(CALLS);
      assertThat(outcomes(ledger, Outcome.THROTTLED)).isPositive();
      assertThat(ledger.stream().mapToLong(entry -> entry.usage().input()).sum())
          .isEqualTo(count.inputTokens());
      assertThat(ledger.stream().mapToLong(entry -> entry.usage().output()).sum())
          .isEqualTo(count.outputTokens());
      assertThat(count.mostAtOnce()).isLessThanOrEqualTo(16);
      assertThat(count.inFlight()).isZero();
    }
  }

  private static Calls calls(FakeServer server, Queue<LedgerEntry> ledger) {
    var patient =
        new CallConfig(20, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofDays(9));
    return CallsFactory.of(
            new MemoryJournal(),
            ledger::add,
            PriceList.EMPTY,
            patient,
            new HastyTime(),
            new SplittableRandom(1))
        .bind(ModelRole.ANSWER, Calling.model(server), new LimiterConfig(16, 0, 0))
        .calls("ann", ModelRole.ANSWER, Lease.ALWAYS);
  }

  private static long outcomes(Queue<LedgerEntry> ledger, Outcome outcome) {
    return ledger.stream().filter(entry -> entry.outcome() == outcome).count();
  }

  /** Time in which waiting takes none. */
  private static final class HastyTime implements WorkTime {
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public Instant now() {
      return Calling.NOW.plusNanos(nanos.get());
    }

    @Override
    public long nanos() {
      return nanos.get();
    }

    @Override
    public void sleep(Duration duration) {
      nanos.addAndGet(duration.toNanos());
    }
  }

  private static final class MemoryJournal implements CallJournal {
    private final Map<CallKey, ChatReply> replies = new ConcurrentHashMap<>();

    @Override
    public Optional<ChatReply> find(CallKey key) {
      return Optional.ofNullable(replies.get(key));
    }

    @Override
    public void store(CallKey key, ChatReply reply) {
      replies.putIfAbsent(key, reply);
    }

    @Override
    public void purge(String scope) {
      replies.keySet().removeIf(key -> key.scope().equals(scope));
    }
  }
}
