package dev.rapport.architecture.bad.bench;

import dev.rapport.architecture.bad.store.Shelf;

/** A middle module that sees another. */
public final class SeesTheStoreToo {
  public final Shelf shelf = new Shelf();
}
