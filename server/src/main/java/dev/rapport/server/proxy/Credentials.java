package dev.rapport.server.proxy;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * Which key the provider is shown. OpenAI's clients send one bearer token; it may be the provider's
 * or ours, and ours never leaves this process.
 */
final class Credentials {
  private static final String BEARER = "bearer ";

  private final UpstreamKey configured;
  private final MemoryDesk desk;

  Credentials(UpstreamKey configured, MemoryDesk desk) {
    this.configured = configured;
    this.desk = desk;
  }

  /**
   * In this order: what the client names for the provider; its bearer token, when our key came in a
   * header of its own; the configured key; its bearer token, when that is none of ours.
   *
   * @return for the Authorization header
   */
  Optional<String> upstream(Context request) {
    String named = header(request, ProxyHeaders.UPSTREAM_AUTHORIZATION);
    if (!named.isEmpty()) {
      return Optional.of(named);
    }
    String own = header(request, ProxyHeaders.AUTHORIZATION);
    boolean theirs = !own.isEmpty() && !isOurs(own);
    boolean oursIsApart = !header(request, ProxyHeaders.KEY).isEmpty();
    if (theirs && (oursIsApart || configured.isNone())) {
      return Optional.of(own);
    }
    return configured.isNone() ? Optional.empty() : Optional.of(configured.bearer());
  }

  private boolean isOurs(String authorization) {
    boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return desk.isOurs((bearer ? authorization.substring(BEARER.length()) : authorization).strip());
  }

  private static String header(Context request, String name) {
    String value = request.header(name);
    return value == null ? "" : value.strip();
  }
}
