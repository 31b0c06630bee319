package dev.rapport.architecture.bad.hen;

import dev.rapport.architecture.bad.egg.Egg;

/** Comes before the egg. */
public final class Hen {
  public Egg lay() {
    return new Egg();
  }
}
