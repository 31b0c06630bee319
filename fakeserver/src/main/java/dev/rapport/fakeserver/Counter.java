package dev.rapport.fakeserver;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Counts, and wakes who waits for a count. Safe for several threads. */
final class Counter {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Count count = new Count(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  Count count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  void connected() {
    var more = new Change();
    more.connections = 1;
    apply(more);
  }

  /** The number of the attempt that has just begun. */
  int arrived() {
    var more = new Change();
    more.attempts = 1;
    more.inFlight = 1;
    return apply(more);
  }

  int apply(Change change) {
    lock.lock();
    try {
      count = change.on(count);
      changed.signalAll();
      return count.attempts();
    } finally {
      lock.unlock();
    }
  }

  boolean await(Predicate<Count> condition, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (!condition.test(count)) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
