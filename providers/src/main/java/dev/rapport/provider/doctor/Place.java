package dev.rapport.provider.doctor;

import java.net.URI;
import java.time.Duration;

/**
 * Where to look for a server.
 *
 * @param root scheme, host and port
 * @param api where {@code /models} hangs
 * @param apiKey shown as bearer token; empty for none
 * @param expected who usually stands there
 * @param patience how long one answer may take
 */
record Place(URI root, URI api, String apiKey, ServerKind expected, Duration patience) {
  private static final Duration REMOTE_PATIENCE = Duration.ofSeconds(5);

  static Place loopback(ServerKind kind, int port, Duration patience) {
    URI root = URI.create("http://127.0.0.1:" + port);
    return new Place(root, URI.create(root + "/v1"), "", kind, patience);
  }

  static Place configured(URI api, String apiKey) {
    URI root = URI.create(api.getScheme() + "://" + api.getRawAuthority());
    return new Place(root, api, apiKey, ServerKind.OTHER, REMOTE_PATIENCE);
  }
}
