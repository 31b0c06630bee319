package dev.rapport.architecture.bad.egg;

import dev.rapport.architecture.bad.hen.Hen;

/** Comes before the hen. */
public final class Egg {
  public Hen hatch() {
    return new Hen();
  }
}
