package dev.rapport.work;

import java.time.Duration;

/**
 * Work done per key, one worker at a time per key and many keys at once: the whole contract of an
 * engine. What a worker does must survive being done twice.
 */
public interface KeyedWork extends AutoCloseable {
  /** There may be work for the key. Durable and idempotent; never lost, also while it is worked. */
  void wake(String kind, String key);

  /** Says who does the work of a kind. Call before {@link #start}. */
  void handle(String kind, Worker worker);

  /** Begins to work, with what was woken and not finished before. */
  void start();

  /** Whether keys that are due are being taken up: not before {@link #start}, nor from close on. */
  boolean isRunning();

  /** Stops taking work, waits for what is under way, and keeps the rest for the next start. */
  @Override
  void close();

  /** Does a bounded piece of a key's work. */
  interface Worker {
    /**
     * @param lease to be asked before every paid call
     */
    Next take(String key, Lease lease);
  }

  /** What is to happen with a key after a worker's turn. */
  sealed interface Next {
    /** Nothing is left. */
    record Done() implements Next {}

    /** More is left; others may go first. */
    record Again() implements Next {}

    /** Try again later. */
    record After(Duration delay) implements Next {}
  }
}
