package dev.rapport.train.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * In which order examples come: all of them, shuffled, again and again, each time anew. The same
 * place has the same example, wherever one begins.
 */
public final class Order {
  private final int size;
  private final long seed;
  private long epoch = -1;
  private List<Integer> shuffled = List.of();

  /**
   * @param size at least 1
   */
  public Order(int size, long seed) {
    if (size < 1) {
      throw new IllegalArgumentException("%d examples; at least 1".formatted(size));
    }
    this.size = size;
    this.seed = seed;
  }

  /**
   * @param place from 0, without end
   */
  public int at(long place) {
    long wanted = place / size;
    if (wanted != epoch) {
      var all = new ArrayList<>(IntStream.range(0, size).boxed().toList());
      Collections.shuffle(all, new Random(seed * 1_000_003 + wanted));
      shuffled = all;
      epoch = wanted;
    }
    return shuffled.get((int) (place % size));
  }

  /** How often all were gone through before this place. */
  public long epoch(long place) {
    return place / size;
  }
}
