package dev.rapport.data.build;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chooses whole fillers for a room of so many tokens; when all are used, they come again. */
final class Padding {
  private Padding() {}

  /**
   * @param room may be negative, which takes none
   * @return together at most {@code room}; a larger room only adds to a smaller one's first round
   */
  static List<CountedFiller> of(List<CountedFiller> fillers, long room, long seed) {
    var random = new SplittableRandom(seed);
    List<CountedFiller> chosen = new ArrayList<>();
    long left = room;
    boolean more = true;
    while (more) {
      more = false;
      List<CountedFiller> round = new ArrayList<>(fillers);
      Shuffle.by(random, round);
      for (CountedFiller filler : round) {
        if (filler.tokens() > 0 && filler.tokens() <= left) {
          chosen.add(filler);
          left -= filler.tokens();
          more = true;
        }
      }
    }
    return chosen;
  }
}
