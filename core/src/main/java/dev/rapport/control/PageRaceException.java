package dev.rapport.control;

import dev.rapport.person.UserId;

/** Others changed the page again and again while it was to be changed; nothing was. */
public final class PageRaceException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  PageRaceException(UserId user, int times) {
    super(
        "page of %s moved on %d times meanwhile; try again when learning has ended"
            .formatted(user, times));
  }
}
