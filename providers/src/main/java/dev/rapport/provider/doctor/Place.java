package dev.rapport.provider.doctor;

import java.net.URI;

/**
 * Where to look for a server.
 *
 * @param root scheme, host and port
 * @param api where {@code /models} hangs
 * @param apiKey shown as bearer token; empty for none
 * @param expected who usually stands there
 */
record Place(URI root, URI api, String apiKey, ServerKind expected) {
  static Place loopback(ServerKind kind, int port) {
    URI root = URI.create("http://127.0.0.1:" + port);
    return new Place(root, URI.create(root + "/v1"), "", kind);
  }

  static Place configured(URI api, String apiKey) {
    URI root = URI.create(api.getScheme() + "://" + api.getRawAuthority());
    return new Place(root, api, apiKey, ServerKind.OTHER);
  }

  @Override
  public String toString() {
    return api.toString();
  }
}
