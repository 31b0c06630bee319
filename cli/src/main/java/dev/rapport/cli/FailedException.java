package dev.rapport.cli;

/** The command could not be done: exit status 1. The message names what, where, and the mend. */
final class FailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FailedException(String message) {
    super(message);
  }
}
