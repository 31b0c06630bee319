package dev.rapport.provider.openai;

/** A secret that prints as {@code ***}. */
public final class ApiKey {
  /** For servers that ask for none. */
  public static final ApiKey NONE = new ApiKey("");

  private final String secret;

  private ApiKey(String secret) {
    this.secret = secret;
  }

  /**
   * @throws IllegalArgumentException if it holds anything but visible ASCII, as after a bad paste
   */
  public static ApiKey of(String secret) {
    String bare = secret.strip();
    if (!bare.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "api key of %d characters holds a blank or a character beyond ASCII; copy it again"
              .formatted(bare.length()));
    }
    return new ApiKey(bare);
  }

  public boolean isNone() {
    return secret.isEmpty();
  }

  String reveal() {
    return secret;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApiKey that && secret.equals(that.secret);
  }

  @Override
  public int hashCode() {
    return secret.hashCode();
  }

  @Override
  public String toString() {
    return isNone() ? "none" : "***";
  }
}
