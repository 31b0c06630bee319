package dev.rapport.server;

import dev.rapport.runtime.Rapport;
import dev.rapport.store.StoreException;
import java.time.Duration;

/**
 * What is to be done now and then while a server is up: answers kept for replays grow old. On a
 * thread of its own, since learning that computes leaves no virtual thread its turn.
 */
final class Upkeep implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMinutes(10);

  private final Rapport rapport;
  private final Thread thread;

  private Upkeep(Rapport rapport) {
    this.rapport = rapport;
    this.thread = Thread.ofPlatform().daemon().name("upkeep").unstarted(this::run);
  }

  static Upkeep start(Rapport rapport) {
    Upkeep upkeep = new Upkeep(rapport);
    upkeep.thread.start();
    return upkeep;
  }

  private void run() {
    try {
      while (true) {
        dropOldAnswers();
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void dropOldAnswers() {
    try {
      rapport.store().replays().expire(rapport.clock().instant());
    } catch (StoreException e) {
      // The edge of the thread: the store is away for now, and the next time will do as well.
      return;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
