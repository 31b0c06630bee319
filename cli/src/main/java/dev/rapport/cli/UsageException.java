package dev.rapport.cli;

/** The command line is not as it must be: exit status 2. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  /** What was typed is not a value that the domain takes; its message says why. */
  UsageException(IllegalArgumentException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
