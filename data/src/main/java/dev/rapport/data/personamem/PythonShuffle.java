package dev.rapport.data.personamem;

import java.util.Arrays;
import java.util.List;

/**
 * Orders as Python's {@code random.shuffle} makes them, so that PersonaMem-v2's published training
 * letters and question kinds can be had again.
 */
public final class PythonShuffle {
  private static final long PUBLISHED_SEED = 42;

  private PythonShuffle() {}

  /** Shuffles in place, as {@code random.seed(seed); random.shuffle(list)}. */
  public static <T> void shuffle(List<T> list, long seed) {
    MersenneTwister random = new MersenneTwister(seed);
    for (int i = list.size() - 1; i > 0; i--) {
      list.set(i, list.set(random.below(i + 1), list.get(i)));
    }
  }

  /**
   * The order of the options of a row of the training data.
   *
   * @param row index of the row in its table, from 0
   * @param options how many there are; the data set has four
   * @return {@code order[i]} is the option shown at letter i: 0 the right one, 1 to 3 the wrong
   *     ones in the table's order
   */
  public static List<Integer> optionOrder(int row, int options) {
    return shuffled(options, PUBLISHED_SEED + row);
  }

  /** The order in which rows were taken to become multiple-choice questions, the rest open. */
  public static List<Integer> rowOrder(int rows) {
    return shuffled(rows, PUBLISHED_SEED);
  }

  private static List<Integer> shuffled(int size, long seed) {
    Integer[] order = new Integer[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    List<Integer> list = Arrays.asList(order);
    shuffle(list, seed);
    return List.copyOf(list);
  }
}
