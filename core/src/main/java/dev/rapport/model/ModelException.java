package dev.rapport.model;

import java.time.Duration;

/** A model gave no usable reply. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What a caller can do about it. */
  public enum Kind {
    /** Refused to serve for now (429, 503 with Retry-After): wait; costs no retry. */
    THROTTLED,
    /** Failed on the way or inside the provider (5xx, broken stream, time-out): try again. */
    UNAVAILABLE,
    /** This request will never succeed (400, 413, 422): set it aside. */
    REJECTED,
    /** The set-up is wrong (401, 403, 404, no such host): stop and tell. */
    MISCONFIGURED,
    /** The reply does not follow the protocol. */
    MALFORMED,
    /** The caller cancelled. */
    CANCELLED
  }

  private final Kind kind;
  private final Duration retryAfter;
  private final transient Usage usage;

  /**
   * @param retryAfter what the provider asked for; {@link Duration#ZERO} when it did not say
   * @param usage tokens spent all the same, if known
   */
  public ModelException(Kind kind, String message, Duration retryAfter, Usage usage) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
    this.usage = usage;
  }

  public ModelException(Kind kind, String message) {
    this(kind, message, Duration.ZERO, Usage.UNREPORTED);
  }

  public ModelException(Kind kind, String message, Throwable cause) {
    this(kind, message);
    initCause(cause);
  }

  public Kind kind() {
    return kind;
  }

  public Duration retryAfter() {
    return retryAfter;
  }

  public Usage usage() {
    return usage;
  }
}
