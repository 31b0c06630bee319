package dev.rapport.server.rest;

import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.Revision;
import dev.rapport.server.problem.Problem;
import java.util.Optional;

/** Finds lines and revisions, and says so when they are not there. */
final class Pages {
  private Pages() {}

  static Line line(Page page, LineId id) {
    return page.line(id)
        .orElseThrow(
            () ->
                Problem.notFound(
                    "Line %s is not on the page at revision %d.".formatted(id, page.revision()),
                    "GET the page for its lines."));
  }

  static Revision revision(Exchange exchange, String typed) {
    long number = number(typed);
    return exchange.people().store().revisions(exchange.user()).stream()
        .filter(revision -> revision.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                Problem.notFound(
                    "There is no revision %d.".formatted(number), "GET the revisions for all."));
  }

  private static long number(String typed) {
    try {
      return Long.parseLong(typed);
    } catch (NumberFormatException e) {
      throw Problem.badRequest(
          "Revision \"%s\" is no number.".formatted(typed), "Write a number such as 12.");
    }
  }

  static String etag(Page page) {
    return "\"r%d\"".formatted(page.revision());
  }

  /** Whether a header with tags names this page. */
  static boolean names(String tags, Page page) {
    return tags.strip().equals("*") || tags.contains(etag(page));
  }

  /** The write must say which page it changes. */
  static void requireCondition(Exchange exchange) {
    if (exchange.header("If-Match").isEmpty()) {
      throw Problem.of(
          428,
          "Precondition required",
          "The write names no page that it changes.",
          "Send the page's ETag as If-Match.");
    }
  }

  /** The page must still be the one the caller saw, if they say which that was. */
  static void requireMatch(Exchange exchange, Page page) {
    Optional<String> match = exchange.header("If-Match");
    if (match.isPresent() && !names(match.get(), page)) {
      throw Problem.of(
          412,
          "Page has moved on",
          "The page is at revision %d.".formatted(page.revision()),
          "GET it again and repeat the change on what it says now.");
    }
  }
}
