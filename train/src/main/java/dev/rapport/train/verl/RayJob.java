package dev.rapport.train.verl;

/**
 * A job as Ray tells of it.
 *
 * @param message why it is as it is, in Ray's words; may be empty
 */
public record RayJob(String id, State state, String message) {
  /** Where a job stands. */
  public enum State {
    PENDING,
    RUNNING,
    STOPPED,
    SUCCEEDED,
    FAILED
  }

  public boolean isOver() {
    return switch (state) {
      case PENDING, RUNNING -> false;
      case STOPPED, SUCCEEDED, FAILED -> true;
    };
  }
}
