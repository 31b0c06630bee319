package dev.rapport.train;

/**
 * Training, or a file it lives on, cannot be what was asked; the message says where and the mend.
 */
public sealed class TrainException extends RuntimeException
    permits ReplicaLostException, UnreachableException {
  private static final long serialVersionUID = 1L;

  public TrainException(String message) {
    super(message);
  }

  public TrainException(String message, Throwable cause) {
    super(message, cause);
  }
}
