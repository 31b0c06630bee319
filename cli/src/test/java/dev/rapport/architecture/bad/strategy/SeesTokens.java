package dev.rapport.architecture.bad.strategy;

import dev.rapport.architecture.bad.tokens.Counter;

/** One middle module that sees another. */
public final class SeesTokens {
  public final Counter counter = new Counter();
}
