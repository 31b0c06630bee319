package dev.rapport.server.rest;

import dev.rapport.server.Hosted;
import dev.rapport.server.Routes;
import dev.rapport.server.auth.AuthMode;
import dev.rapport.server.auth.Caller;
import dev.rapport.server.auth.RateLimit;
import dev.rapport.server.problem.Problem;
import dev.rapport.store.Audit;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.stream.Stream;

/** Everything under {@code /v1}. */
public final class RestRoutes implements Routes {
  private final Hosted hosted;
  private final Once once;
  private final RateLimit rate;
  private final Audit audit;

  private RestRoutes(Hosted hosted) {
    this.hosted = hosted;
    this.once = new Once(hosted.rapport().store().replays(), hosted.rapport().clock());
    this.rate = new RateLimit(hosted.config().requestsPerMinute(), hosted.rapport().clock());
    this.audit = hosted.rapport().store().audit();
  }

  public static RestRoutes of(Hosted hosted) {
    return new RestRoutes(hosted);
  }

  /** Every route there is. */
  static List<Route> table() {
    return Stream.of(
            SessionRoutes.routes(),
            PeopleRoutes.routes(),
            TurnRoutes.routes(),
            PageRoutes.routes(),
            LineRoutes.routes(),
            RevisionRoutes.routes(),
            ForgetRoutes.routes(),
            AskRoutes.routes(),
            BundleRoutes.routes(),
            JobRoutes.routes(),
            RecordRoutes.routes(),
            KeyRoutes.routes())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public void add(RoutesConfig routes) {
    for (Route route : table()) {
      routes.addHttpHandler(route.method(), route.fullPath(), context -> answer(route, context));
      if (!route.writes()) {
        // Left alone, Javalin says 200 to anybody.
        routes.addHttpHandler(
            HandlerType.HEAD, route.fullPath(), context -> answer(route, context));
      }
    }
  }

  private void answer(Route route, Context context) throws Exception {
    if (route.action().equals(SessionRoutes.SIGN_IN)) {
      send(SessionRoutes.signIn(context, hosted), context);
      return;
    }
    Caller caller = hosted.access().caller(context);
    if (hosted.config().auth() == AuthMode.KEYS) {
      rate.take(caller);
    }
    Exchange exchange = new Exchange(context, caller, hosted);
    require(route, exchange);
    Addresses.check(route, context);
    if (!route.action().isEmpty()) {
      write(route, exchange);
    }
    send(once.answer(route, exchange), context);
  }

  private void require(Route route, Exchange exchange) {
    Caller caller = exchange.caller();
    switch (route.need()) {
      case PERSON -> hosted.access().require(caller, exchange.user());
      case TENANT -> {
        if (caller.isPerson()) {
          throw Problem.forbidden(
              "This key is of one person; the address is for the whole tenant.",
              "Use a key with the scope TENANT or ADMIN.");
        }
      }
      case CALLER -> {}
    }
  }

  private void write(Route route, Exchange exchange) {
    boolean aboutSomebody = route.need() == Need.PERSON;
    String target =
        exchange.context().pathParamMap().entrySet().stream()
            .filter(parameter -> !parameter.getKey().equals("user"))
            .map(parameter -> parameter.getKey() + " " + parameter.getValue())
            .filter(text -> text.length() <= 64)
            .findFirst()
            .orElse("");
    audit.append(
        new Audit.Entry(
            hosted.rapport().clock().instant(),
            exchange.caller().tenant(),
            aboutSomebody ? exchange.user().value() : "",
            exchange.caller().id(),
            route.action(),
            target));
  }

  private static void send(Answer answer, Context context) {
    if (answer instanceof Answer.Whole whole) {
      context.status(whole.status());
      whole.headers().forEach(context::header);
      if (!whole.type().isEmpty()) {
        context.contentType(whole.type());
        context.result(whole.body());
      }
    }
  }
}
