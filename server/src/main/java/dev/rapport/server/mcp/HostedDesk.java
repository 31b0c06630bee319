package dev.rapport.server.mcp;

import dev.rapport.person.UserId;
import dev.rapport.server.Hosted;
import dev.rapport.server.auth.Caller;
import dev.rapport.server.auth.RateLimit;
import dev.rapport.store.ApiKey;
import dev.rapport.store.Audit;
import io.javalin.http.Context;

/** The server's own door: its keys, its tenants, its audit. */
final class HostedDesk implements McpDesk {
  private final Hosted hosted;
  private final RateLimit rate;

  HostedDesk(Hosted hosted) {
    this.hosted = hosted;
    this.rate = new RateLimit(hosted.config().requestsPerMinute(), hosted.rapport().clock());
  }

  @Override
  public Finder admit(Context request) {
    Caller caller = hosted.access().caller(request);
    rate.take(caller);
    return (user, action) -> subject(caller, user, action);
  }

  private Subject subject(Caller caller, String named, String action) {
    UserId user = named.isBlank() ? only(caller) : new UserId(named);
    hosted.access().require(caller, user);
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
                action,
                ""));
    return new Subject(hosted.people(caller), user);
  }

  private static UserId only(Caller caller) {
    if (caller.scope() instanceof ApiKey.Scope.Person person) {
      return person.user();
    }
    throw new IllegalArgumentException(
        "nobody is named, and this connection is for many people; give \"user\"");
  }
}
