package dev.rapport.work;

import org.jspecify.annotations.Nullable;

/** What the embedded engine knows of a key. Under the engine's lock. */
final class Job {
  record Id(String kind, String key) {}

  /** Where the key stands. */
  enum Phase {
    /** In the queue. */
    READY,
    /** A worker has it. */
    RUNNING,
    /** The worker asked to be called later; a wake calls it at once. */
    WAITING,
    /** The worker failed and is not called before its pause is over. */
    RESTING,
    /** The worker failed too often. */
    PARKED
  }

  final Id id;
  Phase phase = Phase.READY;

  /** Counts changes of phase, so that a sleeper sees whether it is still the one. */
  long entered;

  boolean wokenMeanwhile;
  int failures;
  @Nullable Thread sleeper;
  private Throwable failure = new IllegalStateException("no failure");

  Job(Id id) {
    this.id = id;
  }

  void enter(Phase next) {
    phase = next;
    entered++;
    stopSleeping();
  }

  void park(Throwable why) {
    enter(Phase.PARKED);
    failure = why;
    // A later wake gives it one more try, not all of them.
    failures--;
  }

  Throwable failure() {
    return failure;
  }

  void stopSleeping() {
    if (sleeper != null && !sleeper.equals(Thread.currentThread())) {
      sleeper.interrupt();
    }
    sleeper = null;
  }
}
