package dev.rapport.server.rest;

import dev.rapport.guard.Guarded;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Revision;
import dev.rapport.server.problem.Problem;
import java.util.List;

/** Applies edits to the page that the caller saw. */
final class Edits {
  private Edits() {}

  static Answer answer(Exchange exchange, long seen, List<PageEdit> edits, String what) {
    Guarded guarded = apply(exchange, seen, edits, what);
    return Answer.json(status(guarded, 200), Views.guarded(guarded));
  }

  static Guarded apply(Exchange exchange, long seen, List<PageEdit> edits, String what) {
    return exchange
        .people()
        .control()
        .edit(
            exchange.user(),
            page -> {
              if (page.revision() != seen) {
                throw Problem.of(
                    412,
                    "Page has moved on",
                    "The page is at revision %d now.".formatted(page.revision()),
                    "GET it again and repeat the change on what it says now.");
              }
              return edits;
            },
            new Revision.Cause(Revision.Kind.EDITED, what));
  }

  /** 422 for edits that the page's rules refuse; the findings say why. */
  static int status(Guarded guarded, int accepted) {
    return guarded.outcome() == Guarded.Outcome.ACCEPTED ? accepted : 422;
  }
}
