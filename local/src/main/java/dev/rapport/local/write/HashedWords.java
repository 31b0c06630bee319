package dev.rapport.local.write;

import java.util.List;
import java.util.stream.IntStream;

/** Words and word pairs as numbers below a bound; two words may share one. */
final class HashedWords {
  static final int BUCKETS = 2048;

  private HashedWords() {}

  /** Without repeats, ascending. */
  static int[] of(List<String> words) {
    IntStream single = words.stream().mapToInt(HashedWords::bucket);
    IntStream pairs =
        IntStream.range(1, Math.max(1, words.size()))
            .map(i -> bucket(words.get(i - 1) + ' ' + words.get(i)));
    return IntStream.concat(single, pairs).sorted().distinct().toArray();
  }

  /**
   * String.hashCode is fixed by its contract; the high bits are mixed down as they spread better.
   */
  private static int bucket(String word) {
    int hash = word.hashCode() * 0x9E3779B9;
    return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
  }
}
