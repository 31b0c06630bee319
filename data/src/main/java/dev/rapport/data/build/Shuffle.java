package dev.rapport.data.build;

import java.util.List;
import java.util.SplittableRandom;

/** Fisher and Yates's shuffle with a generator that is the same on every JDK. */
final class Shuffle {
  private Shuffle() {}

  static <T> void by(SplittableRandom random, List<T> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      list.set(i, list.set(random.nextInt(i + 1), list.get(i)));
    }
  }
}
