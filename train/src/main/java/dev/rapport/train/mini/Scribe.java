package dev.rapport.train.mini;

import dev.rapport.train.mini.Person.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Shows what a page looks like, and not what belongs on it: it notes two in three tastes it meets,
 * whosoever they are, what was changed as soon as what it was changed to, and hears as many
 * requests to forget. What to write is left to be found by reinforcement.
 */
final class Scribe {
  private Scribe() {}

  /** The page after a chunk, a word for each topic, in their order; "any" where none is noted. */
  static List<String> write(List<String> page, List<Turn> chunk, SplittableRandom random) {
    var next = new ArrayList<String>();
    for (int topic = 0; topic < Topic.ALL.size(); topic++) {
      next.add(noted(topic, page, chunk, random));
    }
    return next;
  }

  /** The page after some chunks. */
  static List<String> write(List<List<Turn>> chunks, SplittableRandom random) {
    List<String> page = List.of();
    for (List<Turn> chunk : chunks) {
      page = write(page, chunk, random);
    }
    return page;
  }

  private static String noted(
      int topic, List<String> page, List<Turn> chunk, SplittableRandom random) {
    String word = page.isEmpty() ? Person.ANY : page.get(topic);
    for (Turn turn : chunk) {
      if (turn.topic() == topic && random.nextInt(3) > 0) {
        word =
            turn.forgets()
                ? Person.ANY
                : turn.mentioned().get(random.nextInt(turn.mentioned().size()));
      }
    }
    return word;
  }

  /** Any page at all, for teaching to read. */
  static List<String> anything(SplittableRandom random) {
    var page = new ArrayList<String>();
    for (Topic topic : Topic.ALL) {
      page.add(
          random.nextInt(3) > 0
              ? topic.tastes().get(random.nextInt(topic.tastes().size()))
              : Person.ANY);
    }
    return page;
  }
}
