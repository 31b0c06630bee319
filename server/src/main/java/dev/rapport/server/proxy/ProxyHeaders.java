package dev.rapport.server.proxy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The headers by which a client speaks to the proxy, and which of the others pass. */
final class ProxyHeaders {
  /** The person: an id, percent-encoded where it is not plain ASCII. */
  static final String USER = "X-Rapport-User";

  /** Names the conversation. */
  static final String CONVERSATION = "X-Rapport-Conversation";

  /** What a client wants of the memory, and in the reply what it got. */
  static final String MEMORY = "X-Rapport-Memory";

  /** What is shown to the provider in place of {@link #AUTHORIZATION}. */
  static final String UPSTREAM_AUTHORIZATION = "X-Rapport-Upstream-Authorization";

  /** Our own key, where {@link #AUTHORIZATION} holds the provider's. */
  static final String KEY = "X-Rapport-Key";

  static final String AUTHORIZATION = "Authorization";

  private static final String OURS = "x-rapport-";

  /** Of one connection, not of the message (RFC 9110, section 7.6.1), or set by whoever sends. */
  private static final Set<String> OF_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "host",
          "content-length",
          "expect");

  private ProxyHeaders() {}

  /** Cookies are between a browser and us. */
  static boolean requestPasses(String name, Set<String> named) {
    String lower = name.toLowerCase(Locale.ROOT);
    return responsePasses(lower, named)
        && !lower.startsWith(OURS)
        && !lower.equals("authorization")
        && !lower.equals("cookie");
  }

  static boolean responsePasses(String name, Set<String> named) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !OF_CONNECTION.contains(lower) && !named.contains(lower) && !lower.startsWith(":");
  }

  /** The headers that a message's Connection headers name as this connection's own. */
  static Set<String> named(List<String> connection) {
    Set<String> names = new LinkedHashSet<>();
    for (String value : connection) {
      for (String name : value.split(",", -1)) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
