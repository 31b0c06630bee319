package dev.rapport.server.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.page.Page;
import dev.rapport.person.PersonRef;
import dev.rapport.person.UserId;
import dev.rapport.runtime.Rapport;
import dev.rapport.server.problem.Problem;
import dev.rapport.store.Backlog;
import java.util.List;

/** The people of a tenant. */
final class PeopleRoutes {
  private static final int MOST = 500;

  private PeopleRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.get("/people", Need.TENANT, "", PeopleRoutes::list)
            .taking("after", "prefix", "limit"),
        Route.get("/people/{user}", Need.PERSON, "", PeopleRoutes::show),
        Route.delete("/people/{user}", Need.PERSON, "erase", PeopleRoutes::erase)
            .taking("confirm"));
  }

  private static Answer list(Exchange exchange) {
    int limit = (int) exchange.number("limit", 50, 1, MOST);
    String prefix = exchange.id("prefix");
    String after = exchange.query("after").isPresent() ? exchange.id("after") : beforeAll(prefix);
    List<UserId> found =
        exchange.people().store().people(after, limit + 1).stream()
            .filter(user -> user.value().startsWith(prefix))
            .toList();
    ObjectNode node = Views.object();
    ArrayNode people = node.putArray("people");
    found.stream().limit(limit).forEach(user -> people.add(summary(exchange, user)));
    if (found.size() > limit) {
      node.put("next", found.get(limit - 1).value());
    }
    return Answer.json(node);
  }

  /** The place right before everything that begins so. */
  private static String beforeAll(String prefix) {
    if (prefix.isEmpty()) {
      return "";
    }
    int last = prefix.length() - 1;
    return prefix.substring(0, last) + (char) (prefix.charAt(last) - 1) + Character.MAX_VALUE;
  }

  private static ObjectNode summary(Exchange exchange, UserId user) {
    Backlog.Item backlog = backlog(exchange, user);
    return Views.object()
        .put("user", user.value())
        .put("revision", exchange.people().page(user).revision())
        .put("waiting", backlog.waiting())
        .put("buried", backlog.buried());
  }

  private static Backlog.Item backlog(Exchange exchange, UserId user) {
    Backlog backlog = exchange.hosted().rapport().store().backlog();
    return backlog.of(new PersonRef(exchange.caller().tenant(), user));
  }

  private static Answer show(Exchange exchange) {
    Rapport rapport = exchange.hosted().rapport();
    Page page = exchange.people().page(exchange.user());
    return Answer.json(
        summary(exchange, exchange.user())
            .put("lines", page.lines().size())
            .put("tokens", rapport.guard().tokens(page))
            .put("cap", rapport.config().capTokens()));
  }

  private static Answer erase(Exchange exchange) {
    UserId user = exchange.user();
    if (!exchange.query("confirm").orElse("").equals(user.value())) {
      throw Problem.badRequest(
          "An erasure cannot be taken back, and this one is not confirmed.",
          "Add ?confirm= with the person's id.");
    }
    exchange.people().control().erase(user);
    exchange.hosted().rapport().background().observed(exchange.person());
    return Answer.nothing();
  }
}
