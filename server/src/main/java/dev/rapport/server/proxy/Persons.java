package dev.rapport.server.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.person.UserId;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.util.Optional;

/** Whom a request is about. */
final class Persons {
  private Persons() {}

  /**
   * The header first, then the body's field, then the person whose key it is.
   *
   * @return empty when nobody is named
   * @throws IllegalArgumentException if what is named is no id
   */
  static Optional<UserId> of(Context request, String bodyUser, Visitor visitor) {
    String header = request.header(ProxyHeaders.USER);
    if (header != null && !header.isBlank()) {
      return Optional.of(new UserId(decoded(header.strip())));
    }
    return bodyUser.isBlank() ? visitor.only() : Optional.of(new UserId(bodyUser));
  }

  private static String decoded(String header) {
    // A plus sign stands for itself, as in paths.
    return URLDecoder.decode(header.replace("+", "%2B"), UTF_8);
  }
}
