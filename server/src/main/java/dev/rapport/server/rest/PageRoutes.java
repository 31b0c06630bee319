package dev.rapport.server.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.PageFormatException;
import dev.rapport.page.PageMarkdown;
import dev.rapport.server.problem.Problem;
import java.util.List;
import java.util.Map;

/** The page, to read and to write whole. */
final class PageRoutes {
  private static final String MARKDOWN = "text/markdown";

  private PageRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.get("/people/{user}/page", Need.PERSON, "read page", PageRoutes::show),
        Route.put("/people/{user}/page", Need.PERSON, "edit page", PageRoutes::edit));
  }

  private static Answer show(Exchange exchange) {
    Page page = exchange.people().page(exchange.user());
    String etag = Pages.etag(page);
    Map<String, String> headers =
        Map.of("ETag", etag, "Cache-Control", "private, no-cache", "Vary", "Accept");
    if (Pages.names(exchange.header("If-None-Match").orElse(""), page)) {
      return new Answer.Whole(304, "", new byte[0], headers);
    }
    boolean markdown = exchange.header("Accept").orElse("").contains(MARKDOWN);
    String body =
        markdown ? PageMarkdown.render(page) : Views.page(exchange.hosted().rapport(), page);
    return new Answer.Whole(
        200, markdown ? MARKDOWN : "application/json", body.getBytes(UTF_8), headers);
  }

  private static Answer edit(Exchange exchange) {
    Pages.requireCondition(exchange);
    String markdown = Body.text(exchange.bytes());
    return Edits.answer(exchange, page -> edits(markdown, page), "page");
  }

  private static List<PageEdit> edits(String markdown, Page page) {
    try {
      return PageMarkdown.parse(markdown, page);
    } catch (PageFormatException e) {
      throw Problem.badRequest(
          "The page cannot be read: " + e.getMessage(), "Mend that place and send it again.");
    }
  }
}
