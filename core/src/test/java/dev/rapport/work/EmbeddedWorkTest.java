package dev.rapport.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.work.KeyedWork.Next;
import dev.rapport.work.KeyedWork.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class EmbeddedWorkTest {
  private static final Next DONE = new Next.Done();
  private static final Next AGAIN = new Next.Again();

  private final ManualTime time = new ManualTime();
  private final MemoryWakeList list = new MemoryWakeList();
  private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

  private EmbeddedWork engine(int atOnce) {
    EngineConfig config =
        new EngineConfig(atOnce, 3, Duration.ofMillis(100), Duration.ofSeconds(1));
    EngineListener listener =
        new EngineListener() {
          @Override
          public void onFailure(String kind, String key, int failures, Throwable failure) {
            heard.add("failed " + key + " " + failures);
          }

          @Override
          public void onParked(String kind, String key, Throwable failure) {
            heard.add("parked " + key + " " + failure.getMessage());
          }
        };
    return EmbeddedWork.over(list, config, listener, time, new SplittableRandom(1));
  }

  private EmbeddedWork started(int atOnce, Worker worker) {
    EmbeddedWork engine = engine(atOnce);
    engine.handle("fold", worker);
    engine.start();
    return engine;
  }

  @Test
  void givenKeysWokenBeforeTheStart_theyAreWorkedOn_oldestFirst() throws InterruptedException {
    ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
    list.wake("fold", "ann");
    list.wake("fold", "bob");
    list.wake("other", "nobody handles it");

    try (EmbeddedWork engine = started(1, (key, lease) -> note(taken, key))) {
      engine.awaitSettled();
    }

    assertThat(taken).containsExactly("ann", "bob");
    assertThat(list.all()).extracting(WakeList.Entry::kind).containsExactly("other");
  }

  private static Next note(ConcurrentLinkedQueue<String> taken, String key) {
    taken.add(key);
    return DONE;
  }

  @Test
  void givenAKeyWantsMore_othersGoFirst() throws InterruptedException {
    ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
    list.wake("fold", "a");
    list.wake("fold", "b");

    Worker thrice =
        (key, lease) -> {
          taken.add(key);
          return taken.stream().filter(key::equals).count() < 3 ? AGAIN : DONE;
        };
    try (EmbeddedWork engine = started(1, thrice)) {
      engine.awaitSettled();
    }

    assertThat(taken).containsExactly("a", "b", "a", "b", "a", "b");
  }

  @Test
  void givenAKeyUnderWork_whenWoken_itIsTakenOnceMoreAfterwards_neverTwiceAtOnce()
      throws InterruptedException {
    AtomicInteger turns = new AtomicInteger();
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Worker slow =
        (key, lease) -> {
          turns.incrementAndGet();
          entered.countDown();
          await(goOn);
          return DONE;
        };
    try (EmbeddedWork engine = started(8, slow)) {
      engine.wake("fold", "ann");
      entered.await();
      engine.wake("fold", "ann");
      engine.wake("fold", "ann");
      assertThat(turns).hasValue(1);
      goOn.countDown();
      engine.awaitSettled();
    }

    assertThat(turns).hasValue(2);
    assertThat(list.all()).isEmpty();
  }

  @Test
  void whenHammered_noWakeIsLost_andNoKeyIsWorkedOnTwiceAtOnce() throws InterruptedException {
    int pieces = 200;
    List<Inbox> inboxes = Stream.generate(Inbox::new).limit(20).toList();
    Worker worker = (key, lease) -> inboxes.get(Integer.parseInt(key)).empty();

    try (EmbeddedWork engine = started(4, worker);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < inboxes.size() * pieces; i++) {
        int key = i % inboxes.size();
        pool.execute(
            () -> {
              inboxes.get(key).waiting.incrementAndGet();
              engine.wake("fold", Integer.toString(key));
            });
      }
      pool.shutdown();
      assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
      engine.awaitSettled();
    }

    assertThat(inboxes).allMatch(inbox -> inbox.done.get() == pieces);
    assertThat(heard).isEmpty();
    assertThat(list.all()).isEmpty();
  }

  /** Fails when two workers are at it at once. */
  private static final class Inbox {
    final AtomicInteger waiting = new AtomicInteger();
    final AtomicInteger done = new AtomicInteger();
    private final Semaphore alone = new Semaphore(1);

    Next empty() {
      if (!alone.tryAcquire()) {
        throw new AssertionError("worked on twice at once");
      }
      done.addAndGet(waiting.getAndSet(0));
      LockSupport.parkNanos(1_000);
      alone.release();
      return DONE;
    }
  }

  @Test
  void givenManyKeys_atMostTheBoundIsWorkedOnAtOnce() throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    ConcurrentLinkedQueue<Integer> seen = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 100; i++) {
      list.wake("fold", "k" + i);
    }
    Worker worker =
        (key, lease) -> {
          seen.add(inside.incrementAndGet());
          LockSupport.parkNanos(1_000);
          inside.decrementAndGet();
          return DONE;
        };
    try (EmbeddedWork engine = started(3, worker)) {
      engine.awaitSettled();
    }

    assertThat(seen).hasSize(100).allMatch(count -> count <= 3);
  }

  @Test
  void givenAWorkerAsksForLater_itIsCalledThen_andAWakeCallsItSooner() throws InterruptedException {
    AtomicInteger turns = new AtomicInteger();
    Worker later =
        (key, lease) -> turns.incrementAndGet() < 3 ? new Next.After(Duration.ofMinutes(5)) : DONE;
    list.wake("fold", "ann");
    try (EmbeddedWork engine = started(1, later)) {
      engine.awaitSettled();
    }

    assertThat(turns).hasValue(3);
    assertThat(time.slept()).containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(5));
  }

  @Test
  void givenPoison_itIsParkedInSight_doesNotSpin_andOthersGoOn() throws InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    list.wake("fold", "poison");
    list.wake("fold", "ann");
    Worker worker =
        (key, lease) -> {
          if (key.equals("poison")) {
            tries.incrementAndGet();
            throw new IllegalStateException("bad chunk");
          }
          return DONE;
        };
    try (EmbeddedWork engine = started(2, worker)) {
      engine.awaitSettled();

      assertThat(tries).hasValue(3);
      assertThat(engine.parked())
          .singleElement()
          .satisfies(parked -> assertThat(parked.key()).isEqualTo("poison"))
          .satisfies(parked -> assertThat(parked.failure()).hasMessage("bad chunk"));

      engine.wake("fold", "poison");
      engine.awaitSettled();
      assertThat(tries).hasValue(4);
    }

    assertThat(heard)
        .containsExactly(
            "failed poison 1",
            "failed poison 2",
            "parked poison bad chunk",
            "parked poison bad chunk");
    assertThat(list.all()).extracting(WakeList.Entry::key).containsExactly("poison");
  }

  @Test
  void givenTheLeaseWasLost_theKeyComesAgain_withoutAFailure() throws InterruptedException {
    AtomicInteger turns = new AtomicInteger();
    list.wake("fold", "ann");
    Worker loser =
        (key, lease) -> {
          if (turns.incrementAndGet() == 1) {
            throw new LeaseLostException("write");
          }
          return DONE;
        };
    try (EmbeddedWork engine = started(1, loser)) {
      engine.awaitSettled();
    }

    assertThat(turns).hasValue(2);
    assertThat(heard).isEmpty();
  }

  @Test
  void whenClosed_workUnderWayEnds_theRestStaysOnTheListForTheNextStart()
      throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<String> finished = new ArrayList<>();
    list.wake("fold", "ann");
    list.wake("fold", "bob");
    EmbeddedWork engine =
        started(
            1,
            (key, lease) -> {
              entered.countDown();
              await(goOn);
              finished.add(key);
              return DONE;
            });
    entered.await();
    Thread closing = Thread.ofPlatform().start(engine::close);
    while (closing.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    closing.join();
    engine.wake("fold", "eve");

    assertThat(finished).containsExactly("ann");
    assertThat(list.all()).extracting(WakeList.Entry::key).containsExactly("bob", "eve");

    ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
    try (EmbeddedWork next = started(1, (key, lease) -> note(taken, key))) {
      next.awaitSettled();
    }
    assertThat(taken).containsExactly("bob", "eve");
  }

  @Test
  void givenAStartedEngine_whenHandlersComeLate_saysSo() {
    try (EmbeddedWork engine = engine(1)) {
      engine.start();

      assertThatThrownBy(() -> engine.handle("fold", (key, lease) -> DONE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("fold");
      assertThatThrownBy(engine::start).isInstanceOf(IllegalStateException.class);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
