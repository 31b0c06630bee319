package dev.rapport.work;

/** The work was taken over by another owner; give the turn up without writing anything. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException(String step) {
    super("lease lost before step \"%s\"; another owner goes on".formatted(step));
  }
}
