package dev.rapport.server.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.page.Page;
import dev.rapport.page.PageDiff;
import dev.rapport.page.Revision;
import dev.rapport.server.problem.Problem;
import java.util.List;
import java.util.Optional;

/** How the page came to be, and a way back. */
final class RevisionRoutes {
  private static final int MOST = 1_000;

  private RevisionRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.get("/people/{user}/revisions", Need.PERSON, "read history", RevisionRoutes::list)
            .taking("limit"),
        Route.get(
            "/people/{user}/revisions/{number}", Need.PERSON, "read history", RevisionRoutes::show),
        Route.get("/people/{user}/diff", Need.PERSON, "read history", RevisionRoutes::diff)
            .taking("from", "to"),
        Route.post("/people/{user}/undo", Need.PERSON, "undo", RevisionRoutes::undo));
  }

  private static Answer list(Exchange exchange) {
    int limit = (int) exchange.number("limit", 100, 1, MOST);
    ArrayNode all = Views.array();
    exchange.people().store().revisions(exchange.user()).reversed().stream()
        .limit(limit)
        .forEach(revision -> all.add(Views.revision(revision)));
    return Answer.json(all);
  }

  private static Answer show(Exchange exchange) {
    Revision revision = Pages.revision(exchange, exchange.path("number"));
    ObjectNode node =
        (ObjectNode) Views.read(Views.page(exchange.hosted().rapport(), revision.page()));
    node.setAll(Views.revision(revision));
    return Answer.json(node);
  }

  private static Answer diff(Exchange exchange) {
    Page now = exchange.people().page(exchange.user());
    Page from = pageAt(exchange, "from", 0, now);
    Page to = pageAt(exchange, "to", now.revision(), now);
    PageDiff diff = PageDiff.between(from, to);
    ObjectNode node = Views.object().put("from", from.revision()).put("to", to.revision());
    node.set("added", Views.lines(to, diff.added()));
    ArrayNode changed = node.putArray("changed");
    for (PageDiff.Changed one : diff.changed()) {
      ObjectNode pair = changed.addObject();
      pair.set("before", Views.line(from, one.before()));
      pair.set("after", Views.line(to, one.after()));
    }
    node.set("removed", Views.lines(from, diff.removed()));
    return Answer.json(node);
  }

  private static Page pageAt(Exchange exchange, String name, long usual, Page now) {
    long number = exchange.number(name, usual, 0, now.revision());
    if (number == now.revision()) {
      return now;
    }
    return number == 0
        ? Page.empty(now.user(), now.tokenizer())
        : Pages.revision(exchange, Long.toString(number)).page();
  }

  private static Answer undo(Exchange exchange) {
    Fields body = exchange.body("revision");
    Page page = exchange.people().page(exchange.user());
    Optional<Long> seen = body.optionalNumber("revision");
    if (seen.isPresent() && seen.get() != page.revision()) {
      throw Problem.conflict(
          "The page is at revision %d, not at %d.".formatted(page.revision(), seen.get()),
          "Look at what changed meanwhile, then undo.");
    }
    Page undone =
        exchange
            .people()
            .control()
            .undo(exchange.user())
            .orElseThrow(() -> Problem.conflict("There is nothing to undo.", "Change something."));
    return Answer.json(Views.object().put("revision", undone.revision()));
  }
}
