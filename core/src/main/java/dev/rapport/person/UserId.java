package dev.rapport.person;

/**
 * Names one person within a store.
 *
 * @param value 1 to 200 characters, no control characters, no half of a character
 */
public record UserId(String value) {
  private static final int MAX_LENGTH = 200;

  public UserId {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "user id \"%s\" has %d characters; it must have 1 to %d, not all blank"
              .formatted(value, value.length(), MAX_LENGTH));
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "user id of %d characters holds a control character; use letters, digits and punctuation"
              .formatted(value.length()));
    }
    if (value.codePoints().anyMatch(UserId::isHalf)) {
      // UTF-8 has no such thing: whatever stores it would make another id of it.
      throw new IllegalArgumentException(
          "user id of %d characters holds half of a surrogate pair; send whole characters"
              .formatted(value.length()));
    }
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  @Override
  public String toString() {
    return value;
  }
}
