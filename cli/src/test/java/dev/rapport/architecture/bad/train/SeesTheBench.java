package dev.rapport.architecture.bad.train;

import dev.rapport.architecture.bad.bench.SeesTheStoreToo;

/** A middle module that sees another. */
public final class SeesTheBench {
  public final Class<?> other = SeesTheStoreToo.class;
}
