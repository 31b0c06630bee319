package dev.rapport.architecture.bad.page;

import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Core that throws dice of its own. */
public final class ThrowsDice {
  public RandomGenerator dice() {
    return new Random();
  }

  public UUID name() {
    return UUID.randomUUID();
  }
}
