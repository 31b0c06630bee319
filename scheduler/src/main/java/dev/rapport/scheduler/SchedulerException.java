package dev.rapport.scheduler;

/** The database that holds the work or a limit could not be used. */
public final class SchedulerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SchedulerException(String message, Throwable cause) {
    super(message, cause);
  }
}
