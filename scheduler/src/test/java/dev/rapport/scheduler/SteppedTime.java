package dev.rapport.scheduler;

import dev.rapport.work.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Time that passes when it is told to; who sleeps wakes then. */
final class SteppedTime implements WorkTime {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition passed = lock.newCondition();
  private final Instant start;
  private long nanos;

  SteppedTime(Instant start) {
    this.start = start;
  }

  void pass(Duration duration) {
    lock.lock();
    try {
      nanos += duration.toNanos();
      passed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Instant now() {
    return start.plusNanos(nanos());
  }

  @Override
  public long nanos() {
    lock.lock();
    try {
      return nanos;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long until = nanos + duration.toNanos();
      while (nanos < until) {
        passed.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
