package dev.rapport.server.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.server.problem.Problem;
import io.javalin.http.Context;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps pages of other sites from calling with the rights of whoever has them open. */
final class SameOrigin {
  static final String TOKEN_HEADER = "X-Rapport-CSRF";

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private SameOrigin() {}

  /**
   * Without keys: a name that was made to point here, and a page from elsewhere, are turned away.
   */
  static void requireLocal(Context context) {
    @Nullable String host = context.header("Host");
    if (host == null || !THIS_MACHINE.contains(nameOf(host))) {
      throw Problem.forbidden(
          "Without keys this server answers to localhost alone, not to \"%s\".".formatted(host),
          "Call http://localhost, or start it with --auth keys.");
    }
    @Nullable String origin = context.header("Origin");
    if (origin != null && !origin.equals("http://" + host)) {
      throw Problem.forbidden(
          "A page of \"%s\" may not call this server.".formatted(origin),
          "Open the page that this server serves.");
    }
  }

  /** With a session: every write brings the token that only our page knows. */
  static void requireToken(Context context, BrowserSessions.Session session) {
    if (READS.contains(context.req().getMethod())) {
      return;
    }
    @Nullable String token = context.header(TOKEN_HEADER);
    if (token == null
        || !MessageDigest.isEqual(token.getBytes(UTF_8), session.token().getBytes(UTF_8))) {
      throw Problem.forbidden(
          "The write came without the session's token.",
          "Send \"csrf\" of GET /v1/session as %s.".formatted(TOKEN_HEADER));
    }
  }

  private static String nameOf(String host) {
    try {
      @Nullable String name = URI.create("http://" + host).getHost();
      return name == null ? host : name;
    } catch (IllegalArgumentException e) {
      return host;
    }
  }
}
