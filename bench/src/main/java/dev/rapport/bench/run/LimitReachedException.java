package dev.rapport.bench.run;

/** The run may spend no more: the work is given up without a record. */
final class LimitReachedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LimitReachedException(Throwable cause) {
    super("the run's limits are reached", cause);
  }
}
