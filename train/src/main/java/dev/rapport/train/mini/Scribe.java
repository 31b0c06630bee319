package dev.rapport.train.mini;

import dev.rapport.train.mini.Person.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Shows what a page looks like, and not what belongs on it: it notes two in three tastes it meets,
 * whosoever they are, hears as many requests to forget, and now and then loses a line. What to
 * write is left to be found by reinforcement.
 */
final class Scribe {
  private Scribe() {}

  /** The page after a chunk, a word for a topic at most, in the order of topics. */
  static List<String> write(List<String> page, List<Turn> chunk, SplittableRandom random) {
    var next = new ArrayList<String>();
    for (int topic = 0; topic < Topic.ALL.size(); topic++) {
      String word = noted(topic, page, chunk, random);
      if (!word.isEmpty()) {
        next.add(word);
      }
    }
    return next;
  }

  private static String noted(
      int topic, List<String> page, List<Turn> chunk, SplittableRandom random) {
    List<String> tastes = Topic.ALL.get(topic).tastes();
    String word = page.stream().filter(tastes::contains).findFirst().orElse("");
    for (Turn turn : chunk) {
      if (turn.topic() == topic && random.nextInt(3) > 0) {
        word = turn.forgets() ? "" : turn.mentioned().get(random.nextInt(turn.mentioned().size()));
      }
    }
    return random.nextInt(12) == 0 ? "" : word;
  }

  /** Any page at all, for teaching to read. */
  static List<String> anything(SplittableRandom random) {
    var page = new ArrayList<String>();
    for (Topic topic : Topic.ALL) {
      if (random.nextInt(3) > 0) {
        page.add(topic.tastes().get(random.nextInt(topic.tastes().size())));
      }
    }
    return page;
  }
}
