package dev.rapport.store;

/** A bundle that is none, or does not fit whoever is there; nothing of it was stored. */
public final class BundleException extends StoreException {
  private static final long serialVersionUID = 1L;

  BundleException(String message) {
    super(message);
  }

  BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
