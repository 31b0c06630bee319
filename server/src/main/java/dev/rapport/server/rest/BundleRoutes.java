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
import dev.rapport.store.PageBundle;
import dev.rapport.store.StoreException;
import dev.rapport.store.TenantStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A person's page to take away, and to bring back. */
final class BundleRoutes {
  private BundleRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.get("/people/{user}/export", Need.PERSON, "export", BundleRoutes::export),
        Route.post("/people/{user}/import", Need.PERSON, "import", BundleRoutes::bring));
  }

  private static Answer export(Exchange exchange) throws IOException {
    UserId user = exchange.user();
    Rapport rapport = exchange.hosted().rapport();
    Page page = exchange.people().page(user);
    Path folder = Files.createTempDirectory("rapport-export");
    Path bundle = folder.resolve("page.zip");
    try {
      PageBundle.export(
          store(exchange),
          user,
          PageMarkdown.render(page),
          rapport.guard().tokens(page),
          rapport.config().capTokens(),
          bundle);
      return new Answer.Whole(
          200,
          "application/zip",
          Files.readAllBytes(bundle),
          Map.of(
              "Content-Disposition",
              "attachment; filename=\"rapport-page.zip\"",
              "Cache-Control",
              "no-store"));
    } finally {
      Files.deleteIfExists(bundle);
      Files.deleteIfExists(folder);
    }
  }

  private static Answer bring(Exchange exchange) throws IOException {
    PageBundle.Mode mode = mode(exchange.query("mode").orElse("new"));
    Path folder = Files.createTempDirectory("rapport-import");
    Path bundle = folder.resolve("page.zip");
    try {
      Files.write(bundle, exchange.context().bodyAsBytes());
      Page page = restore(exchange, bundle, mode);
      return Answer.json(Views.object().put("revision", page.revision()));
    } finally {
      Files.deleteIfExists(bundle);
      Files.deleteIfExists(folder);
    }
  }

  private static Page restore(Exchange exchange, Path bundle, PageBundle.Mode mode) {
    UserId user = exchange.user();
    TenantStore store = store(exchange);
    PersonKey key = store.memory().key(user);
    List<Tombstone> forgotten = store.memory().tombstones(user);
    try {
      return PageBundle.read(bundle)
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
    } catch (StoreException e) {
      throw Problem.badRequest(
          "The bundle was not imported: " + reason(e), "Send the .zip that an export gave.");
    }
  }

  /** Without the name of the file it was put in meanwhile. */
  private static String reason(StoreException e) {
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("page.zip");
    return at < 0 ? message : message.substring(at + "page.zip".length()).strip();
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
