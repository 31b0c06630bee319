package dev.rapport.scheduler;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import dev.rapport.work.WorkTime;
import java.time.Duration;

/** Felt as long as db-scheduler goes about its business, also in vain. */
final class Pulse extends AbstractSchedulerListener {
  private static final int MISSED = 30;

  private final long longest;
  private final WorkTime time;
  private volatile long last;

  /**
   * @param polling how often it looks for work
   */
  Pulse(Duration polling, WorkTime time) {
    this.longest = polling.multipliedBy(MISSED).toNanos();
    this.time = time;
  }

  void beat() {
    last = time.nanos();
  }

  boolean isFelt() {
    return time.nanos() - last < longest;
  }

  @Override
  public void onSchedulerEvent(SchedulerListener.SchedulerEventType type) {
    beat();
  }
}
