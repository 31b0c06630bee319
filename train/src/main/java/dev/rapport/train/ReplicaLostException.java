package dev.rapport.train;

/** Another process of the same run is gone, or does not do what this one does: none can go on. */
public final class ReplicaLostException extends TrainException {
  private static final long serialVersionUID = 1L;

  public ReplicaLostException(String message) {
    super(message);
  }

  public ReplicaLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
