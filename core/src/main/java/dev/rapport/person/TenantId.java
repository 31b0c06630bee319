package dev.rapport.person;

/**
 * Names one tenant of a store: whoever runs an assistant for people of their own. Nothing of one
 * tenant's people is seen from another.
 *
 * @param value 1 to 63 characters of {@code a-z}, {@code 0-9} and {@code -}, not beginning with
 *     {@code -}
 */
public record TenantId(String value) implements Comparable<TenantId> {
  private static final int MAX_LENGTH = 63;

  /** Whose everybody is where nobody speaks of tenants. */
  public static final TenantId DEFAULT = new TenantId("default");

  public TenantId {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "tenant id of %d characters; it must have 1 to %d".formatted(value.length(), MAX_LENGTH));
    }
    if (value.startsWith("-") || !value.chars().allMatch(TenantId::isAllowed)) {
      throw new IllegalArgumentException(
          "tenant id \"%s\" must be of a-z, 0-9 and \"-\", not beginning with \"-\""
              .formatted(value));
    }
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  @Override
  public int compareTo(TenantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
