package dev.rapport.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.work.CallLimiter.Permit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class CallLimiterTest {
  private final ManualTime time = new ManualTime();

  private CallLimiter limiter(int atOnce, long requests, long tokens) {
    return CallLimiter.of(
        new LimiterConfig(atOnce, requests, tokens), time, new SplittableRandom(7));
  }

  private Permit leave(CallLimiter limiter, long tokens) throws InterruptedException {
    return limiter.acquire(tokens, time.nanos() + Duration.ofHours(1).toNanos()).orElseThrow();
  }

  private List<Permit> leaves(CallLimiter limiter, int count) throws InterruptedException {
    List<Permit> permits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      permits.add(leave(limiter, 0));
    }
    return permits;
  }

  @Test
  void givenEightRefusedTogether_theWindowHalvesOnce() throws InterruptedException {
    CallLimiter limiter = limiter(8, 0, 0);

    leaves(limiter, 8).forEach(permit -> permit.refused(Duration.ofSeconds(3)));

    assertThat(limiter.window()).isEqualTo(4);
    assertThat(limiter.inFlight()).isZero();
  }

  @Test
  void givenRefusalAfterRefusal_theWindowGoesDownToOne_andComesBackSlowly()
      throws InterruptedException {
    CallLimiter limiter = limiter(8, 0, 0);
    for (int i = 0; i < 10; i++) {
      leave(limiter, 0).refused(Duration.ofSeconds(1));
    }
    assertThat(limiter.window()).isEqualTo(1);

    leave(limiter, 0).served(0);
    assertThat(limiter.window()).isEqualTo(2);

    leave(limiter, 0).served(0);
    assertThat(limiter.window()).isEqualTo(2);

    for (int i = 0; i < 100; i++) {
      leave(limiter, 0).served(0);
    }
    assertThat(limiter.window()).isEqualTo(8);
  }

  @Test
  void givenRetryAfter_whenAnybodyCallsNext_theyWaitThatLong() throws InterruptedException {
    CallLimiter limiter = limiter(4, 0, 0);
    leave(limiter, 0).refused(Duration.ofSeconds(17));

    leave(limiter, 0);

    assertThat(time.slept()).containsExactly(Duration.ofSeconds(17));
  }

  @Test
  void givenRefusalsWithoutATime_pausesGrowButStayBounded() throws InterruptedException {
    CallLimiter limiter = limiter(4, 0, 0);
    for (int i = 0; i < 20; i++) {
      leave(limiter, 0).refused(Duration.ZERO);
    }

    assertThat(time.slept()).allMatch(pause -> pause.compareTo(Duration.ofMinutes(1)) <= 0);
    assertThat(time.slept()).anyMatch(pause -> pause.compareTo(Duration.ofSeconds(10)) > 0);
  }

  @Test
  void givenTwoRequestsAMinute_theThirdWaitsForItsShare() throws InterruptedException {
    CallLimiter limiter = limiter(8, 2, 0);

    leaves(limiter, 3);

    assertThat(time.slept()).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void givenTokensAMinute_whatWasReallyUsedCounts() throws InterruptedException {
    CallLimiter limiter = limiter(8, 0, 600);
    leave(limiter, 600).served(300);

    leave(limiter, 400);

    assertThat(time.slept()).containsExactly(Duration.ofSeconds(10));
  }

  @Test
  void givenACallLargerThanTheAllowance_itPassesOnAFullBucket() throws InterruptedException {
    CallLimiter limiter = limiter(8, 0, 600);

    leave(limiter, 5000);

    assertThat(time.slept()).isEmpty();
  }

  @Test
  void givenTheGateOpensAfterTheDeadline_nobodyWaits() throws InterruptedException {
    CallLimiter limiter = limiter(4, 0, 0);
    leave(limiter, 0).refused(Duration.ofHours(2));

    Optional<Permit> none = limiter.acquire(0, time.nanos() + Duration.ofMinutes(10).toNanos());

    assertThat(none).isEmpty();
    assertThat(time.slept()).isEmpty();
  }

  @Test
  void givenAFullWindow_whenInterrupted_theWaitEnds_andOthersGoOn() throws InterruptedException {
    CallLimiter limiter = limiter(1, 0, 0);
    Permit first = leave(limiter, 0);
    CountDownLatch gaveUp = new CountDownLatch(1);
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () ->
                    assertThatThrownBy(() -> leave(limiter, 0))
                        .isInstanceOf(InterruptedException.class)
                        .satisfies(e -> gaveUp.countDown()));

    waiting.interrupt();
    gaveUp.await();
    first.served(0);

    leave(limiter, 0).served(0);
    assertThat(limiter.inFlight()).isZero();
  }

  @Test
  void givenManyCallers_theWindowIsNeverExceeded_andAllAreServed() throws InterruptedException {
    CallLimiter limiter = limiter(5, 0, 0);
    AtomicInteger inside = new AtomicInteger();
    ConcurrentLinkedQueue<Integer> seen = new ConcurrentLinkedQueue<>();
    Callable<Boolean> call =
        () -> {
          Permit permit = leave(limiter, 0);
          seen.add(inside.incrementAndGet());
          LockSupport.parkNanos(1_000);
          inside.decrementAndGet();
          permit.served(0);
          return true;
        };
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(pool.invokeAll(Collections.nCopies(500, call)))
          .allMatch(done -> done.state() == Future.State.SUCCESS);
    }

    assertThat(seen).hasSize(500).allMatch(count -> count <= 5);
    assertThat(limiter.inFlight()).isZero();
  }
}
