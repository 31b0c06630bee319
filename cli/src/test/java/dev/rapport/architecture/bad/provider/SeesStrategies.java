package dev.rapport.architecture.bad.provider;

import dev.rapport.architecture.bad.strategy.Habit;

/** One middle module that sees another. */
public final class SeesStrategies {
  public final Habit habit = new Habit();
}
