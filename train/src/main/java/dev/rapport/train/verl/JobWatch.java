package dev.rapport.train.verl;

import dev.rapport.train.TrainException;
import dev.rapport.train.UnreachableException;
import dev.rapport.work.WorkTime;
import java.time.Duration;

/**
 * Looks after a job until it is over. A dashboard that cannot be reached for a while, because its
 * machine starts anew or a network fails, does not end the watch; the job runs on by itself in any
 * case. For one thread.
 */
public final class JobWatch {
  /** So many looks in a row may fail. */
  static final int PATIENCE = 5;

  private final RayJobs jobs;
  private final WorkTime time;
  private final Duration pause;

  /**
   * @param pause between two looks
   */
  public JobWatch(RayJobs jobs, WorkTime time, Duration pause) {
    this.jobs = jobs;
    this.time = time;
    this.pause = pause;
  }

  /** Hears of a job at every look. */
  @FunctionalInterface
  public interface Listener {
    /**
     * @param logs all that it has printed
     */
    void seen(RayJob job, String logs);
  }

  /**
   * @return the job as it ended
   * @throws TrainException when Ray does not know it, or cannot be reached for too long
   */
  public RayJob untilOver(String id, Listener listener) {
    int failed = 0;
    while (true) {
      try {
        RayJob job = jobs.job(id);
        listener.seen(job, jobs.logs(id));
        if (job.isOver()) {
          return job;
        }
        failed = 0;
      } catch (UnreachableException e) {
        if (++failed >= PATIENCE) {
          throw e;
        }
      }
      sleep();
    }
  }

  private void sleep() {
    try {
      time.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainException("interrupted while watching; the job runs on", e);
    }
  }
}
