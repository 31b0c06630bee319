package dev.rapport.bench.run;

import dev.rapport.model.ModelException;
import dev.rapport.text.Plain;

/** Why something could not be done, in a line. */
final class Causes {
  private static final int LONGEST = 300;

  private Causes() {}

  static String of(ModelException e) {
    return Plain.line("%s: %s".formatted(e.kind(), e.getMessage()), LONGEST);
  }
}
