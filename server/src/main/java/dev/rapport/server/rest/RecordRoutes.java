package dev.rapport.server.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.learn.MemoryStore;
import dev.rapport.privacy.PrivacyFinding;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.store.Audit;
import dev.rapport.store.LedgerBook;
import dev.rapport.work.LedgerEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What was spent, who did what, and what private data is kept. None holds anybody's words. */
final class RecordRoutes {
  private static final int MOST = 1_000;

  private RecordRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.get("/people/{user}/ledger", Need.PERSON, "", RecordRoutes::ledgerOfPerson)
            .taking("limit"),
        Route.get("/ledger", Need.TENANT, "", RecordRoutes::ledgerOfTenant).taking("days", "limit"),
        Route.get("/people/{user}/audit", Need.PERSON, "", RecordRoutes::auditOfPerson)
            .taking("before", "limit"),
        Route.get("/audit", Need.TENANT, "", RecordRoutes::auditOfTenant).taking("before", "limit"),
        Route.get("/people/{user}/privacy", Need.PERSON, "scan", RecordRoutes::privacy));
  }

  private static Answer ledgerOfPerson(Exchange exchange) {
    LedgerBook book = book(exchange);
    String user = exchange.user().value();
    return ledger(book.newestOf(user, limit(exchange)), book.totalOf(user));
  }

  private static Answer ledgerOfTenant(Exchange exchange) {
    LedgerBook book = book(exchange);
    long days = exchange.number("days", 1, 1, 366);
    Instant from = exchange.hosted().rapport().clock().instant().minus(days, ChronoUnit.DAYS);
    return ledger(book.newest(from, limit(exchange)), book.totalSince(from));
  }

  private static LedgerBook book(Exchange exchange) {
    return exchange.hosted().rapport().store().tenant(exchange.caller().tenant()).ledgerBook();
  }

  private static Answer ledger(List<LedgerEntry> entries, LedgerBook.Totals totals) {
    ObjectNode node = Views.object();
    ArrayNode shown = node.putArray("entries");
    for (LedgerEntry entry : entries) {
      ObjectNode each = shown.addObject().put("at", entry.at().toString());
      each.put("user", entry.scope());
      each.put("role", entry.role().name());
      each.put("model", entry.model());
      each.put("outcome", entry.outcome().name());
      each.put("attempt", entry.attempt());
      each.put("input", entry.usage().input());
      each.put("output", entry.usage().output());
      Views.putCost(each, "usd", entry.cost());
    }
    ObjectNode sum = node.putObject("totals").put("calls", totals.attempts());
    sum.put("input", totals.inputTokens()).put("output", totals.outputTokens());
    Views.putCost(sum, "usd", totals.cost());
    return Answer.json(node);
  }

  private static Answer auditOfPerson(Exchange exchange) {
    Audit audit = exchange.hosted().rapport().store().audit();
    return audit(audit.of(exchange.person(), before(exchange), limit(exchange)));
  }

  private static Answer auditOfTenant(Exchange exchange) {
    Audit audit = exchange.hosted().rapport().store().audit();
    return audit(audit.of(exchange.caller().tenant(), before(exchange), limit(exchange)));
  }

  private static long before(Exchange exchange) {
    return exchange.number("before", Audit.NEWEST, 0, Audit.NEWEST);
  }

  private static int limit(Exchange exchange) {
    return (int) exchange.number("limit", 100, 1, MOST);
  }

  private static Answer audit(List<Audit.Numbered> entries) {
    ArrayNode shown = Views.array();
    for (Audit.Numbered numbered : entries) {
      Audit.Entry entry = numbered.entry();
      shown
          .addObject()
          .put("number", numbered.number())
          .put("at", entry.at().toString())
          .put("user", entry.user())
          .put("actor", entry.actor())
          .put("action", entry.action())
          .put("target", entry.target());
    }
    return Answer.json(shown);
  }

  /** Looks through everything kept, for what today's rules would not have let in. */
  private static Answer privacy(Exchange exchange) {
    PrivacyGate gate = exchange.hosted().rapport().config().gate();
    ArrayNode found = Views.array();
    for (MemoryStore.Trace trace : exchange.people().store().traces(exchange.user())) {
      for (PrivacyFinding finding : gate.find(trace.text())) {
        found
            .addObject()
            .put("place", trace.place())
            .put("category", finding.category().name())
            .put("start", finding.start())
            .put("end", finding.end());
      }
    }
    return Answer.json(found);
  }
}
