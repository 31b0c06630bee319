package dev.rapport.server.rest;

import dev.rapport.guard.Guarded;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Revision;
import java.util.List;
import java.util.function.Function;

/** Applies edits to the page as it stands, which must be the one that {@code If-Match} names. */
final class Edits {
  private Edits() {}

  static Answer answer(Exchange exchange, Function<Page, List<PageEdit>> edits, String what) {
    Guarded guarded = apply(exchange, edits, what);
    return Answer.json(status(guarded, 200), Views.guarded(guarded));
  }

  static Guarded apply(Exchange exchange, Function<Page, List<PageEdit>> edits, String what) {
    return exchange
        .people()
        .control()
        .edit(
            exchange.user(),
            page -> {
              Pages.requireMatch(exchange, page);
              return edits.apply(page);
            },
            new Revision.Cause(Revision.Kind.EDITED, what));
  }

  /** 422 for edits that the page's rules refuse; the findings say why. */
  static int status(Guarded guarded, int accepted) {
    return guarded.outcome() == Guarded.Outcome.ACCEPTED ? accepted : 422;
  }
}
