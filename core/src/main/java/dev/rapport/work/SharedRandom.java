package dev.rapport.work;

import java.util.random.RandomGenerator;

/** Lets several threads draw from one generator. */
record SharedRandom(RandomGenerator generator) implements RandomGenerator {
  @Override
  public long nextLong() {
    synchronized (generator) {
      return generator.nextLong();
    }
  }
}
