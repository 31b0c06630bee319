package dev.rapport.server.auth;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keys that browsers showed once. A browser gets a cookie that no script can read, and a token that
 * it must send with every write. Kept in memory: after a restart, people sign in again.
 */
public final class BrowserSessions {
  private static final String COOKIE = "rapport-session";
  private static final Duration LIFE = Duration.ofHours(12);
  private static final int MOST = 100_000;

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  BrowserSessions(Clock clock) {
    this.clock = clock;
  }

  /**
   * A browser's stay.
   *
   * @param token to be sent with every write
   */
  public record Session(String keyId, String token, Instant until) {}

  public Session begin(String keyId, Context context) {
    Instant now = clock.instant();
    sessions.values().removeIf(session -> !now.isBefore(session.until()));
    if (sessions.size() >= MOST) {
      sessions.clear();
    }
    Session session = new Session(keyId, secret(), now.plus(LIFE));
    String name = secret();
    sessions.put(name, session);
    boolean secure = "https".equalsIgnoreCase(context.header("X-Forwarded-Proto"));
    context.cookie(
        new Cookie(COOKIE, name, "/", (int) LIFE.toSeconds(), secure, true, null, SameSite.STRICT));
    return session;
  }

  public void end(Context context) {
    @Nullable String name = context.cookie(COOKIE);
    if (name != null) {
      sessions.remove(name);
      context.removeCookie(COOKIE, "/");
    }
  }

  public Optional<Session> of(Context context) {
    @Nullable String name = context.cookie(COOKIE);
    return name == null
        ? Optional.empty()
        : Optional.ofNullable(sessions.get(name))
            .filter(session -> clock.instant().isBefore(session.until()));
  }

  private String secret() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
