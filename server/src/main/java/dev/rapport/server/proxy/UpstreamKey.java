package dev.rapport.server.proxy;

/** The provider's key. Prints as {@code ***}. */
public final class UpstreamKey {
  /** For providers that ask for none, and where each client brings its own. */
  public static final UpstreamKey NONE = new UpstreamKey("");

  private final String secret;

  private UpstreamKey(String secret) {
    this.secret = secret;
  }

  /**
   * @param secret may be empty
   * @throws IllegalArgumentException if it holds anything but visible ASCII, as after a bad paste
   */
  public static UpstreamKey of(String secret) {
    String bare = secret.strip();
    if (!bare.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "upstream key of %d characters holds a blank or a character beyond ASCII; copy it again"
              .formatted(bare.length()));
    }
    return new UpstreamKey(bare);
  }

  boolean isNone() {
    return secret.isEmpty();
  }

  /** As the header wants it. */
  String bearer() {
    return "Bearer " + secret;
  }

  @Override
  public String toString() {
    return isNone() ? "none" : "***";
  }
}
