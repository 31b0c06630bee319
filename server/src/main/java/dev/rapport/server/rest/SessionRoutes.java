package dev.rapport.server.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.server.Hosted;
import dev.rapport.server.auth.AuthMode;
import dev.rapport.server.auth.BrowserSessions;
import dev.rapport.server.auth.Caller;
import dev.rapport.server.problem.Problem;
import dev.rapport.store.ApiKey;
import io.javalin.http.Context;
import java.util.List;

/** Who calls, and a browser's coming and going. */
final class SessionRoutes {
  /** The one route that needs no key yet. */
  static final String SIGN_IN = "sign in";

  private SessionRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.get("/session", Need.CALLER, "", SessionRoutes::show),
        Route.post("/session", Need.CALLER, SIGN_IN, exchange -> Answer.nothing()),
        Route.delete("/session", Need.CALLER, "sign out", SessionRoutes::signOut));
  }

  private static Answer show(Exchange exchange) {
    ObjectNode node = describe(exchange.caller(), exchange.hosted());
    exchange
        .hosted()
        .access()
        .sessions()
        .of(exchange.context())
        .ifPresent(session -> node.put("csrf", session.token()));
    return Answer.json(node);
  }

  static Answer signIn(Context context, Hosted hosted) {
    if (hosted.access().mode() == AuthMode.NONE) {
      throw Problem.conflict("No key is asked for here.", "Go on without signing in.");
    }
    String key = Fields.of(Body.bytes(context, hosted.config().bodyBytes()), "key").text("key");
    Caller caller = hosted.access().ofSecret(key, context);
    BrowserSessions.Session session = hosted.access().sessions().begin(caller.id(), context);
    return Answer.json(describe(caller, hosted).put("csrf", session.token()));
  }

  private static Answer signOut(Exchange exchange) {
    exchange.hosted().access().sessions().end(exchange.context());
    return Answer.nothing();
  }

  private static ObjectNode describe(Caller caller, Hosted hosted) {
    ObjectNode node = Views.object();
    node.put("tenant", caller.tenant().value());
    node.put("scope", caller.scopeName());
    if (caller.scope() instanceof ApiKey.Scope.Person person) {
      node.put("user", person.user().value());
    }
    return node.put("auth", hosted.access().mode() == AuthMode.NONE ? "none" : "key");
  }
}
