package dev.rapport.train.sft;

import java.util.ArrayList;
import java.util.List;

/**
 * Deals examples into packs of a bounded number of tokens, the longest first, each into the first
 * pack that has room. Engines take ragged rows, so nothing is padded, and no example sees another.
 */
public final class Packing {
  private Packing() {}

  /**
   * @param budget most tokens of a pack; a longer example gets one of its own
   */
  public static List<List<Example>> of(List<Example> examples, int budget) {
    var longestFirst = new ArrayList<>(examples);
    longestFirst.sort((a, b) -> Integer.compare(b.tokens().length, a.tokens().length));
    var packs = new ArrayList<List<Example>>();
    var room = new ArrayList<Integer>();
    for (Example example : longestFirst) {
      int pack = 0;
      while (pack < packs.size() && room.get(pack) < example.tokens().length) {
        pack++;
      }
      if (pack == packs.size()) {
        packs.add(new ArrayList<>());
        room.add(budget);
      }
      packs.get(pack).add(example);
      room.set(pack, room.get(pack) - example.tokens().length);
    }
    return packs.stream().map(List::copyOf).toList();
  }
}
