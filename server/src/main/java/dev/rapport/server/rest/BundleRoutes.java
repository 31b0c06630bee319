package dev.rapport.server.rest;

import dev.rapport.forget.Tombstone;
import dev.rapport.forget.Tombstones;
import dev.rapport.page.Page;
import dev.rapport.page.PageMarkdown;
import dev.rapport.page.Source;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import dev.rapport.runtime.Rapport;
import dev.rapport.server.problem.Problem;
import dev.rapport.store.BundleException;
import dev.rapport.store.PageBundle;
import dev.rapport.store.TenantStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A person's page to take away, and to bring back. */
final class BundleRoutes {
  private BundleRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.get("/people/{user}/export", Need.PERSON, "export", BundleRoutes::export),
        Route.post("/people/{user}/import", Need.PERSON, "import", BundleRoutes::bring)
            .taking("mode"));
  }

  private static Answer export(Exchange exchange) throws IOException {
    UserId user = exchange.user();
    Rapport rapport = exchange.hosted().rapport();
    Page page = exchange.people().page(user);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    PageBundle.export(
        store(exchange),
        user,
        PageMarkdown.render(page),
        rapport.guard().tokens(page),
        rapport.config().capTokens(),
        zip);
    return new Answer.Whole(
        200,
        "application/zip",
        zip.toByteArray(),
        Map.of("Content-Disposition", "attachment; filename=\"rapport-page.zip\""));
  }

  private static Answer bring(Exchange exchange) {
    PageBundle.Mode mode = mode(exchange.query("mode").orElse("new"));
    Page page = restore(exchange, exchange.bytes(), mode);
    return Answer.json(Views.object().put("revision", page.revision()));
  }

  private static Page restore(Exchange exchange, byte[] zip, PageBundle.Mode mode) {
    UserId user = exchange.user();
    TenantStore store = store(exchange);
    PersonKey key = store.memory().key(user);
    List<Tombstone> forgotten = store.memory().tombstones(user);
    try {
      return PageBundle.read(new ByteArrayInputStream(zip), exchange.hosted().config().bodyBytes())
          .restore(
              store,
              user,
              mode,
              line ->
                  Tombstones.matches(
                      key,
                      forgotten,
                      line.text(),
                      line.sources().stream().map(Source::turn).toList()),
              exchange.hosted().rapport().clock().instant());
    } catch (BundleException e) {
      throw Problem.badRequest(
          String.valueOf(e.getMessage()), "Send the .zip that an export gave.");
    }
  }

  private static TenantStore store(Exchange exchange) {
    return exchange.hosted().rapport().store().tenant(exchange.caller().tenant());
  }

  private static PageBundle.Mode mode(String name) {
    return switch (name) {
      case "new" -> PageBundle.Mode.NEW;
      case "replace" -> PageBundle.Mode.REPLACE;
      case "merge" -> PageBundle.Mode.MERGE;
      default ->
          throw Problem.badRequest(
              "mode \"%s\" is unknown.".formatted(name), "Write new, replace or merge.");
    };
  }
}
