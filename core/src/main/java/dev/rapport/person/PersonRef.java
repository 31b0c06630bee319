package dev.rapport.person;

/**
 * One person of one tenant: what a whole process calls them, in lists of work and in paths.
 *
 * @param tenant whose person it is
 * @param user unique within the tenant
 */
public record PersonRef(TenantId tenant, UserId user) {
  private static final char BETWEEN = ':';

  /** {@code tenant:user}. A tenant's id has no colon, so that {@link #parse} finds both again. */
  public String key() {
    return tenant.value() + BETWEEN + user.value();
  }

  /**
   * Reads {@link #key}: the tenant ends at the first colon.
   *
   * @throws IllegalArgumentException if it has no colon, or one of the two ids is none
   */
  public static PersonRef parse(String key) {
    int colon = key.indexOf(BETWEEN);
    if (colon < 0) {
      throw new IllegalArgumentException(
          "person \"%s\" has no \":\"; write it as tenant:user".formatted(key));
    }
    return new PersonRef(
        new TenantId(key.substring(0, colon)), new UserId(key.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return key();
  }
}
