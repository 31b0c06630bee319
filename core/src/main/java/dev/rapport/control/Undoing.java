package dev.rapport.control;

import dev.rapport.page.Page;
import dev.rapport.page.Revision;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds what an undo takes back. Undoing twice goes two steps back: a revision that is itself an
 * undo, and the one it took back, are passed over.
 */
final class Undoing {
  private Undoing() {}

  /** The newest revision not yet undone; the newest of all when every one is. */
  static Revision target(List<Revision> revisions) {
    Deque<Revision> standing = new ArrayDeque<>();
    for (Revision revision : revisions) {
      if (revision.cause().kind() == Revision.Kind.UNDONE && !standing.isEmpty()) {
        standing.pop();
      } else {
        standing.push(revision);
      }
    }
    return standing.isEmpty() ? revisions.getLast() : standing.peek();
  }

  /** The page as it stood before a revision; an empty one before the first. */
  static Page before(Revision undone, List<Revision> revisions, Page now) {
    return revisions.stream()
        .filter(revision -> revision.number() == undone.number() - 1)
        .findFirst()
        .map(Revision::page)
        .orElse(Page.empty(now.user(), now.tokenizer()));
  }
}
