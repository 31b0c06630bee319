package dev.rapport.bench.run;

/** A run cannot go on or its folder cannot be read. The message names what, where and the mend. */
public final class RunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RunException(String message) {
    super(message);
  }

  public RunException(String message, Throwable cause) {
    super(message, cause);
  }
}
