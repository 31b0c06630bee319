package dev.rapport.data.read;

/** A file does not hold conversations, or stops doing so. Messages read before it stand. */
public final class ConversationFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConversationFormatException(String message) {
    super(message);
  }
}
