package dev.rapport.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * The one gate to a model, for everybody who calls it: first come, first served, within a window of
 * calls under way and, where set, calls and tokens a minute.
 *
 * <p>The window follows what the provider bears (additive increase, multiplicative decrease). A
 * refusal halves it, down to 1, and shuts the gate for as long as the provider asked, or for a
 * growing pause when it did not say. Refusals of calls that began before the last halving count as
 * one with it. As many replies as the window is wide widen it by one again, up to its full width.
 *
 * <p>With a {@link SharedLimit} all that holds for this process's share of a window that all
 * processes have together, and which shrinks for all when one of them is refused.
 *
 * <p>Safe for several threads.
 */
public final class CallLimiter {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final LimiterConfig config;
  private final WorkTime time;
  private final Backoff pauses;
  private final Bucket requests;
  private final Bucket tokens;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Condition> queue = new ArrayDeque<>();
  private final SharedLimit shared;
  private final Allotment allotment;
  private double window;
  private int inFlight;
  private int halvings;
  private int refusals;
  private long opensAt;
  private long wantedTokens;

  private CallLimiter(
      LimiterConfig config, WorkTime time, RandomGenerator random, SharedLimit shared) {
    this.config = config;
    this.time = time;
    this.pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, random);
    this.requests = new Bucket(config.requestsPerMinute(), time.nanos());
    this.tokens = new Bucket(config.tokensPerMinute(), time.nanos());
    this.window = config.callsAtOnce();
    this.opensAt = time.nanos();
    this.shared = shared;
    this.allotment = new Allotment(time.nanos());
  }

  public static CallLimiter of(LimiterConfig config, WorkTime time, RandomGenerator random) {
    return of(config, time, random, SharedLimit.NONE);
  }

  /**
   * @param config for all who share the limit together
   */
  public static CallLimiter of(
      LimiterConfig config, WorkTime time, RandomGenerator random, SharedLimit shared) {
    CallLimiter limiter = new CallLimiter(config, time, random, shared);
    shared.join(limiter.new Joined());
    return limiter;
  }

  /** Calls that may be under way just now. */
  public int window() {
    lock.lock();
    try {
      return (int) window;
    } finally {
      lock.unlock();
    }
  }

  /** Calls under way just now. */
  public int inFlight() {
    lock.lock();
    try {
      return inFlight;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for leave to make one call.
   *
   * @param estimate of its tokens, sent and received
   * @param deadline in {@link WorkTime#nanos}
   * @return empty when there is none before the deadline
   */
  Optional<Permit> acquire(long estimate, long deadline) throws InterruptedException {
    lock.lockInterruptibly();
    Condition turn = lock.newCondition();
    queue.addLast(turn);
    wantedTokens += neededTokens(estimate);
    try {
      if (!await(turn, estimate, deadline)) {
        return Optional.empty();
      }
      inFlight++;
      requests.take(1);
      tokens.take(estimate);
      allotment.begin(estimate);
      return Optional.of(new Permit(halvings, allotment.era(), estimate));
    } finally {
      queue.remove(turn);
      wantedTokens -= neededTokens(estimate);
      wakeFirst();
      lock.unlock();
    }
  }

  private boolean await(Condition turn, long estimate, long deadline) throws InterruptedException {
    while (true) {
      long now = time.nanos();
      if (!turn.equals(queue.peekFirst())
          || inFlight >= (int) window
          || !isAllotted(estimate, now)) {
        if (turn.awaitNanos(deadline - now) <= 0) {
          return false;
        }
      } else {
        long wait = nanosUntilOpen(estimate, now);
        if (wait == 0) {
          return true;
        }
        if (wait > deadline - now) {
          return false;
        }
        sleepUnlocked(wait);
      }
    }
  }

  private boolean isAllotted(long estimate, long now) {
    boolean allows = allotment.allows(inFlight, neededTokens(estimate), now);
    if (!allows && allotment.isWorthAsking(now)) {
      shared.ask();
    }
    return allows;
  }

  /** A demand above a minute's allowance waits for all of it. */
  private long neededTokens(long estimate) {
    return config.tokensPerMinute() == LimiterConfig.UNLIMITED
        ? 0
        : Math.min(estimate, config.tokensPerMinute());
  }

  private long nanosUntilOpen(long estimate, long now) {
    long gate = Math.max(0, opensAt - now);
    long allowance = Math.max(requests.nanosUntil(1, now), tokens.nanosUntil(estimate, now));
    return Math.max(gate, allowance);
  }

  /** The first in the queue keeps its place while it sleeps; whoever ends a call is not held up. */
  private void sleepUnlocked(long nanos) throws InterruptedException {
    lock.unlock();
    try {
      time.sleep(Duration.ofNanos(nanos));
    } finally {
      lock.lock();
    }
  }

  private void wakeFirst() {
    Condition first = queue.peekFirst();
    if (first != null) {
      first.signal();
    }
  }

  /** Leave to make one call; exactly one of its methods is called when the call has ended. */
  final class Permit {
    private final int halvingsBefore;
    private final long era;
    private final long estimate;

    private Permit(int halvingsBefore, long era, long estimate) {
      this.halvingsBefore = halvingsBefore;
      this.era = era;
      this.estimate = estimate;
    }

    /** The provider served; it may be asked for a little more. */
    void served(long tokensUsed) {
      end(
          () -> {
            refusals = 0;
            window = Math.min(config.callsAtOnce(), window + 1 / window);
            if (tokensUsed > 0) {
              tokens.take(tokensUsed - estimate);
            }
            allotment.served(tokensUsed > 0 ? tokensUsed - estimate : 0);
          });
    }

    /** The provider refused to serve for now. */
    void refused(Duration retryAfter) {
      end(
          () -> {
            if (halvingsBefore == halvings) {
              halvings++;
              refusals++;
              window = Math.max(1, Math.floor(window / 2));
            }
            Duration pause =
                retryAfter.isPositive() ? retryAfter : pauses.after(Math.max(1, refusals));
            long until = time.nanos() + pause.toNanos();
            opensAt = until - opensAt > 0 ? until : opensAt;
            allotment.refused(era, until);
          });
      shared.ask();
    }

    /** The call ended in a way that says nothing about what the provider bears. */
    void ended() {
      end(() -> {});
    }

    private void end(Runnable change) {
      lock.lock();
      try {
        inFlight--;
        change.run();
        wakeFirst();
      } finally {
        lock.unlock();
      }
    }
  }

  /** This process among those that share the limit. */
  private final class Joined implements SharedLimit.Member {
    @Override
    public SharedLimit.Use use() {
      lock.lock();
      try {
        return allotment.use(inFlight, queue.size(), wantedTokens, time.nanos());
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void take(SharedLimit.Share share) {
      lock.lock();
      try {
        allotment.take(share, time.nanos());
        wakeFirst();
      } finally {
        lock.unlock();
      }
    }
  }
}
