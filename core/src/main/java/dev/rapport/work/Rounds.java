package dev.rapport.work;

import java.time.Duration;

/**
 * Does something at once and then from time to time, until it is closed. On a platform thread of
 * its own: work that computes leaves no virtual thread its turn. A time that fails is let pass; the
 * next one will do.
 */
public final class Rounds implements AutoCloseable {
  private final Duration pause;
  private final WorkTime time;
  private final Runnable work;
  private final Thread thread;
  private volatile boolean stopped;

  private Rounds(String name, Duration pause, WorkTime time, Runnable work) {
    this.pause = pause;
    this.time = time;
    this.work = work;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /** Makes one that does nothing before {@link #start}. */
  public static Rounds of(String name, Duration pause, WorkTime time, Runnable work) {
    return new Rounds(name, pause, time, work);
  }

  /** Begins; once. */
  public void start() {
    thread.start();
  }

  /** Whether it goes on: not before {@link #start}. */
  public boolean isAlive() {
    return thread.isAlive();
  }

  private void run() {
    try {
      while (!stopped) {
        once();
        time.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void once() {
    try {
      work.run();
    } catch (RuntimeException e) {
      // The edge of a thread: what it works on is away for now.
      return;
    }
  }

  /** Ends after what is under way, without waiting for that. */
  public void stop() {
    stopped = true;
    thread.interrupt();
  }

  /** Ends, and waits for what is under way. */
  @Override
  public void close() {
    stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
