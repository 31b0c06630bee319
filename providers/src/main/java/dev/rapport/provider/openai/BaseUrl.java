package dev.rapport.provider.openai;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where a server's protocol begins, in one form however it was written. */
final class BaseUrl {
  private BaseUrl() {}

  /**
   * {@code http://host:8000}, {@code http://host:8000/} and {@code http://host:8000/v1/} are one
   * server; a path of another kind is kept, since gateways have their own.
   */
  static URI parse(String text) {
    URI uri = uri(text.strip());
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "the URL for host %s holds a user or password; give a key by RAPPORT_API_KEY instead"
              .formatted(uri.getHost()));
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("URL \"%s\" must end with its path".formatted(text));
    }
    String path = uri.getRawPath().replaceFirst("/+$", "");
    path = path.replaceFirst("/chat/completions$", "");
    String root = uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority();
    return URI.create(root + (path.isEmpty() ? "/v1" : path));
  }

  /** Whether what is sent there cannot be read on the way. */
  static boolean isPrivate(URI url) {
    return url.getScheme().equals("https") || isLoopback(url.getHost());
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
        || host.equals("[::1]");
  }

  private static URI uri(String text) {
    try {
      var uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "no URL of a server (%s); write it as http://127.0.0.1:8000".formatted(e.getReason()), e);
    }
    throw new IllegalArgumentException(
        "\"%s\" is no URL of a server; write it as http://127.0.0.1:8000".formatted(text));
  }
}
