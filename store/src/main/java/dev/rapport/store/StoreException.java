package dev.rapport.store;

/** What was asked of the store could not be done; nothing of it was stored. */
public sealed class StoreException extends RuntimeException permits BundleException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
