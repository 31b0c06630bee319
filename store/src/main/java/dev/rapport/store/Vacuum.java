package dev.rapport.store;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Gives back the space of deleted rows a while after somebody asked for it: nobody waits for it,
 * and many wishes are one. A wish that ends with the process is left to the server's own
 * autovacuum.
 */
final class Vacuum implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Runnable work;
  private final BlockingQueue<Boolean> wishes = new ArrayBlockingQueue<>(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("vacuum").unstarted(this::run);

  private Vacuum(Runnable work) {
    this.work = work;
  }

  static Vacuum by(Runnable work) {
    Vacuum vacuum = new Vacuum(work);
    vacuum.thread.start();
    return vacuum;
  }

  void wish() {
    if (!wishes.offer(true)) {
      return; // there is one already
    }
  }

  private void run() {
    try {
      while (true) {
        wishes.take();
        Thread.sleep(PAUSE);
        tryTo();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryTo() {
    try {
      work.run();
    } catch (StoreException e) {
      // The edge of the thread: the server is away, and cleans up by itself when it is back.
      return;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
