package dev.rapport.architecture.bad.page;

import dev.rapport.architecture.bad.store.Shelf;

/** Core that sees the middle ring. */
public final class SeesTheStore {
  public final Shelf shelf = new Shelf();
}
