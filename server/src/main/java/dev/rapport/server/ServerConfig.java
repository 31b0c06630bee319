package dev.rapport.server;

import dev.rapport.server.auth.AuthMode;
import java.util.Set;

/**
 * How a server listens, and what it takes.
 *
 * @param host address to bind to
 * @param port 0 for any free one, to 65535
 * @param auth whether callers must show a key
 * @param bodyBytes most bytes of a request's body, 1 to 1 GiB
 * @param turnCharacters most characters of one turn, at least 1
 * @param requestsPerMinute most requests of one key, 1 to 1000000
 */
public record ServerConfig(
    String host,
    int port,
    AuthMode auth,
    long bodyBytes,
    int turnCharacters,
    int requestsPerMinute) {
  private static final long MOST_BYTES = 1L << 30;
  private static final int MOST_REQUESTS = 1_000_000;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

  /** For this machine alone. */
  public static final ServerConfig DEFAULT =
      new ServerConfig("127.0.0.1", 7070, AuthMode.NONE, 32L << 20, 12_000_000, 6_000);

  public ServerConfig {
    if (auth == AuthMode.NONE && !LOOPBACK.contains(host)) {
      throw new IllegalArgumentException(
          "host \"%s\" can be reached from other machines, so callers must show keys; add --auth keys"
                  .formatted(host)
              + " and make a first key with \"rapport keys create --scope admin\"");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port %d must be 0 to 65535".formatted(port));
    }
    if (bodyBytes < 1 || bodyBytes > MOST_BYTES || turnCharacters < 1) {
      throw new IllegalArgumentException(
          "body bytes %d must be 1 to %d, and turn characters %d at least 1"
              .formatted(bodyBytes, MOST_BYTES, turnCharacters));
    }
    if (requestsPerMinute < 1 || requestsPerMinute > MOST_REQUESTS) {
      throw new IllegalArgumentException(
          "requests per minute %d must be 1 to %d".formatted(requestsPerMinute, MOST_REQUESTS));
    }
  }

  public ServerConfig withPort(int chosen) {
    return new ServerConfig(host, chosen, auth, bodyBytes, turnCharacters, requestsPerMinute);
  }

  public ServerConfig withHost(String chosen) {
    return new ServerConfig(chosen, port, auth, bodyBytes, turnCharacters, requestsPerMinute);
  }

  public ServerConfig withAuth(AuthMode chosen) {
    return new ServerConfig(host, port, chosen, bodyBytes, turnCharacters, requestsPerMinute);
  }

  public ServerConfig withBodyBytes(long most) {
    return new ServerConfig(host, port, auth, most, turnCharacters, requestsPerMinute);
  }

  public ServerConfig withRequestsPerMinute(int most) {
    return new ServerConfig(host, port, auth, bodyBytes, turnCharacters, most);
  }
}
