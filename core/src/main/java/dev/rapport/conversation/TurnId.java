package dev.rapport.conversation;

/**
 * Names one turn of one person. It is a keyed hash, so it tells nothing of the words, and reading
 * the same turn again gives the same id.
 *
 * @param value 1 to 64 letters, digits, {@code -} or {@code _}
 */
public record TurnId(String value) {
  public TurnId {
    if (value.isEmpty() || value.length() > 64 || !value.chars().allMatch(TurnId::isPlain)) {
      throw new IllegalArgumentException(
          "turn id \"%s\": it must have 1 to 64 letters, digits, '-' or '_'".formatted(value));
    }
  }

  private static boolean isPlain(int c) {
    return c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  @Override
  public String toString() {
    return value;
  }
}
