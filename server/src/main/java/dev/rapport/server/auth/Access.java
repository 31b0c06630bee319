package dev.rapport.server.auth;

import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.server.problem.Problem;
import dev.rapport.store.ApiKey;
import dev.rapport.store.ApiKeys;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers in. A key comes as {@code Authorization: Bearer KEY}, or behind a browser's session.
 * Where no key is asked for, only pages of this machine may call: a foreign page in the browser of
 * somebody who runs the server must not.
 */
public final class Access {
  /** With which an administrator names a tenant. */
  public static final String TENANT_HEADER = "X-Rapport-Tenant";

  /** Our key, where {@code Authorization} is another server's. */
  public static final String KEY_HEADER = "X-Rapport-Key";

  private static final String BEARER = "bearer ";

  private final AuthMode mode;
  private final ApiKeys keys;
  private final BrowserSessions sessions;
  private final Clock clock;

  public Access(AuthMode mode, ApiKeys keys, Clock clock) {
    this.mode = mode;
    this.keys = keys;
    this.clock = clock;
    this.sessions = new BrowserSessions(clock);
  }

  public AuthMode mode() {
    return mode;
  }

  public BrowserSessions sessions() {
    return sessions;
  }

  /**
   * Who makes the request.
   *
   * @throws Problem 401 if they do not say, 403 if a foreign page does
   */
  public Caller caller(Context context) {
    if (mode == AuthMode.NONE) {
      SameOrigin.requireLocal(context);
      return new Caller("local", tenantNamed(context), new ApiKey.Scope.Admin());
    }
    @Nullable String own = context.header(KEY_HEADER);
    if (own != null) {
      return ofSecret(own.strip(), context);
    }
    @Nullable String header = context.header("Authorization");
    if (header != null) {
      return ofSecret(secretIn(header), context);
    }
    BrowserSessions.Session session =
        sessions
            .of(context)
            .orElseThrow(() -> Problem.unauthorized("No key came with the request."));
    SameOrigin.requireToken(context, session);
    return ofKey(keys.find(session.keyId()), context);
  }

  /** Who shows this secret, wherever they showed it. */
  public Caller ofSecret(String secret, Context context) {
    return ofKey(keys.authenticate(secret, clock.instant()), context);
  }

  private Caller ofKey(Optional<ApiKey> found, Context context) {
    ApiKey key =
        found
            .filter(one -> one.holds(clock.instant()))
            .orElseThrow(() -> Problem.unauthorized("The key is unknown, expired or revoked."));
    boolean admin = key.scope() instanceof ApiKey.Scope.Admin;
    return new Caller(key.id(), admin ? tenantNamed(context) : key.tenant(), key.scope());
  }

  /** One who may not touch a person does not learn whether there is such a person. */
  public void require(Caller caller, UserId user) {
    if (!caller.mayTouch(user)) {
      throw Problem.notFound(
          "This key knows no such person.", "Use the key's own person, or a key for the tenant.");
    }
  }

  private static TenantId tenantNamed(Context context) {
    @Nullable String name = context.header(TENANT_HEADER);
    return name == null ? TenantId.DEFAULT : new TenantId(name);
  }

  private static String secretIn(String header) {
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw Problem.unauthorized("The Authorization header holds no bearer key.");
    }
    return header.substring(BEARER.length()).strip();
  }
}
