package dev.rapport.privacy;

/**
 * A private piece of a text.
 *
 * @param category what it is
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record PrivacyFinding(PrivacyCategory category, int start, int end) {
  public PrivacyFinding {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "private span [%d, %d) of %s is empty or negative".formatted(start, end, category));
    }
  }
}
