package dev.rapport.server.proxy;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.person.UserId;
import dev.rapport.server.Hosted;
import dev.rapport.server.auth.Access;
import dev.rapport.server.auth.AuthMode;
import dev.rapport.server.auth.Caller;
import dev.rapport.server.auth.RateLimit;
import dev.rapport.store.ApiKey;
import dev.rapport.store.Audit;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server's own door: its keys, its tenants, its audit. */
final class HostedDesk implements MemoryDesk {
  private static final String KEYS_BEGIN = "rk_";

  private final Hosted hosted;
  private final RateLimit rate;

  HostedDesk(Hosted hosted) {
    this.hosted = hosted;
    this.rate = new RateLimit(hosted.config().requestsPerMinute(), hosted.rapport().clock());
  }

  @Override
  public Visitor admit(Context request) {
    Caller caller = caller(request);
    rate.take(caller);
    return new HostedVisitor(hosted, caller);
  }

  /** A key in a header of its own leaves the other one to the provider's. */
  private Caller caller(Context request) {
    Access access = hosted.access();
    @Nullable String apart = request.header(ProxyHeaders.KEY);
    return apart == null || access.mode() == AuthMode.NONE
        ? access.caller(request)
        : access.ofSecret(apart.strip(), request);
  }

  @Override
  public boolean isOurs(String key) {
    return key.startsWith(KEYS_BEGIN);
  }

  /** A caller of this server. */
  private record HostedVisitor(Hosted hosted, Caller caller) implements Visitor {
    @Override
    public AssistantMemory memory(UserId user) {
      hosted.access().require(caller, user);
      return hosted.people(caller);
    }

    @Override
    public Optional<UserId> only() {
      return caller.scope() instanceof ApiKey.Scope.Person person
          ? Optional.of(person.user())
          : Optional.empty();
    }

    @Override
    public void used(UserId user) {
      hosted
          .rapport()
          .store()
          .audit()
          .append(
              new Audit.Entry(
                  hosted.rapport().clock().instant(),
                  caller.tenant(),
                  user.value(),
                  caller.id(),
                  "chat by proxy",
                  ""));
    }
  }
}
