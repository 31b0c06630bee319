package dev.rapport.scheduler;

import dev.rapport.work.SharedLimit;
import dev.rapport.work.WorkTime;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Goes to the model's row every little while as long as calls are under way or wait, and at once
 * when asked to.
 */
final class LeasedLimit implements SharedLimit, AutoCloseable {
  /** So that a busy limiter does not do nothing but ask. */
  private static final Duration SHORTEST = Duration.ofMillis(10);

  private final ModelRow row;
  private final WorkTime time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});
  private boolean asked;
  private boolean closed;

  LeasedLimit(ModelRow row, WorkTime time) {
    this.row = row;
    this.time = time;
  }

  @Override
  public void join(Member member) {
    thread = Thread.ofPlatform().daemon().name("share " + row.model()).start(() -> run(member));
  }

  @Override
  public void ask() {
    lock.lock();
    try {
      asked = true;
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run(Member member) {
    try {
      boolean busy = false;
      while (await(busy)) {
        Use use = member.use();
        busy = use.demand() > 0;
        exchange(member, use);
        time.sleep(SHORTEST);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void exchange(Member member, Use use) {
    try {
      member.take(row.exchange(use));
    } catch (SchedulerException e) {
      // The edge of the thread: without the database the share ends by itself, and nothing is
      // begun that could not be journalled there anyway.
      return;
    }
  }

  /** Until it is time to exchange; false when closed. */
  private boolean await(boolean busy) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = ModelRow.OFTEN.toNanos();
      while (!asked && !closed && (!busy || left > 0)) {
        if (busy) {
          left = news.awaitNanos(left);
        } else {
          news.await();
        }
      }
      asked = false;
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      news.signal();
    } finally {
      lock.unlock();
    }
    thread.interrupt();
    row.leave();
  }
}
