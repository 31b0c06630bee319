package dev.rapport.bench.run;

/** There is no memory to recall from, for the cause in the message. */
final class UnwrittenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnwrittenException(String cause) {
    super(cause);
  }
}
