package dev.rapport.train.java;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs numbered tasks on several threads, the caller's among them. Which thread runs which task is
 * left to chance: tasks write to places of their own.
 */
final class Workers implements AutoCloseable {
  private final LinkedBlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final Thread[] helpers;

  Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("%d threads; must be at least 1".formatted(threads));
    }
    helpers = new Thread[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = Thread.ofPlatform().daemon().name("engine-" + i).start(this::help);
    }
  }

  int threads() {
    return helpers.length + 1;
  }

  /** Returns when all tasks, 0 to {@code tasks - 1}, are done. */
  void run(int tasks, IntConsumer task) {
    int helping = Math.min(helpers.length, tasks - 1);
    if (helping < 1) {
      for (int i = 0; i < tasks; i++) {
        task.accept(i);
      }
      return;
    }
    var job = new Job(tasks, task);
    for (int i = 0; i < helping; i++) {
      jobs.add(job);
    }
    job.work();
    job.finish();
  }

  private void help() {
    try {
      while (true) {
        jobs.take().work();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    for (Thread helper : helpers) {
      helper.interrupt();
    }
  }

  private static final class Job {
    private final int tasks;
    private final IntConsumer task;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch open;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Job(int tasks, IntConsumer task) {
      this.tasks = tasks;
      this.task = task;
      this.open = new CountDownLatch(tasks);
    }

    void work() {
      for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
        try {
          if (failure.get() == null) {
            task.accept(i);
          }
        } catch (RuntimeException | Error e) { // a thread's edge: told to the caller
          failure.compareAndSet(null, e);
        } finally {
          open.countDown();
        }
      }
    }

    void finish() {
      boolean interrupted = false;
      while (true) {
        try {
          open.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true; // others still write to the caller's arrays
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      Throwable cause = failure.get();
      if (cause != null) {
        throw new IllegalStateException("a task of the engine failed: " + cause, cause);
      }
    }
  }
}
