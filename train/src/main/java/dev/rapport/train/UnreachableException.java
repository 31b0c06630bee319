package dev.rapport.train;

/** Another machine did not answer, or only to say that it cannot; later it may. */
public final class UnreachableException extends TrainException {
  private static final long serialVersionUID = 1L;

  public UnreachableException(String message) {
    super(message);
  }

  public UnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
