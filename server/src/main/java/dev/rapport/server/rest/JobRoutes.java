package dev.rapport.server.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.learn.BackgroundLearning;
import dev.rapport.learn.MemoryStore;
import dev.rapport.learn.Standing;
import dev.rapport.person.TenantId;
import dev.rapport.store.Backlog;
import dev.rapport.store.LedgerBook;
import dev.rapport.store.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What waits to be learned, what was set aside, and a way to hurry both. */
final class JobRoutes {
  private static final int MOST = 500;

  private JobRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.get("/people/{user}/jobs", Need.PERSON, "", JobRoutes::ofPerson),
        Route.post("/people/{user}/learn", Need.PERSON, "learn now", JobRoutes::learn),
        Route.post("/people/{user}/jobs/retry", Need.PERSON, "retry", JobRoutes::retry),
        Route.get("/jobs", Need.TENANT, "", JobRoutes::ofTenant).taking("after", "limit"));
  }

  private static BackgroundLearning background(Exchange exchange) {
    return exchange.hosted().rapport().background();
  }

  private static Answer ofPerson(Exchange exchange) {
    Standing standing = background(exchange).standing(exchange.person());
    ObjectNode node = Views.object().put("waiting", standing.backlog().waiting());
    Views.putTime(node, "oldest", standing.backlog().oldest());
    Views.putTime(node, "next", standing.next());
    ArrayNode buried = node.putArray("buried");
    for (MemoryStore.Buried one : standing.buried()) {
      ObjectNode each = buried.addObject().put("turn", one.turn().id().value());
      Views.putTime(each, "at", one.turn().at());
      each.put("why", one.why());
    }
    if (!standing.ceiling().isEmpty()) {
      node.put("ceiling", standing.ceiling());
    }
    if (!standing.failure().isEmpty()) {
      node.put("failure", standing.failure());
    }
    return Answer.json(node);
  }

  private static Answer learn(Exchange exchange) {
    background(exchange).learnNow(exchange.person());
    int waiting = background(exchange).standing(exchange.person()).backlog().waiting();
    return Answer.json(202, Views.object().put("waiting", waiting));
  }

  private static Answer retry(Exchange exchange) {
    return Answer.json(
        202, Views.object().put("turns", background(exchange).retry(exchange.person())));
  }

  private static Answer ofTenant(Exchange exchange) {
    Store store = exchange.hosted().rapport().store();
    TenantId tenant = exchange.caller().tenant();
    Backlog.Totals totals = store.backlog().totals(tenant);
    ObjectNode node =
        Views.object().put("waiting", totals.waiting()).put("buried", totals.buried());
    Views.putTime(node, "oldest", totals.oldest());
    ArrayNode people = node.putArray("people");
    int limit = (int) exchange.number("limit", 50, 1, MOST);
    for (Backlog.Item item : store.backlog().of(tenant, exchange.id("after"), limit)) {
      ObjectNode each = people.addObject().put("user", item.person().user().value());
      each.put("waiting", item.waiting()).put("buried", item.buried());
      Views.putTime(each, "oldest", item.oldest());
    }
    Instant midnight = exchange.hosted().rapport().clock().instant().truncatedTo(ChronoUnit.DAYS);
    LedgerBook.Totals today = store.tenant(tenant).ledgerBook().totalSince(midnight);
    ObjectNode spent = node.putObject("today").put("calls", today.attempts());
    spent.put("tokens", today.inputTokens() + today.outputTokens());
    Views.putCost(spent, "usd", today.cost());
    return Answer.json(node);
  }
}
