package dev.rapport.data.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A query with one right and three wrong answers.
 *
 * @param preference id of the preference it is about
 * @param incorrect three, all different from {@code correct} and from each other
 */
public record Question(
    String id,
    String preference,
    String topic,
    String query,
    String correct,
    List<String> incorrect) {
  public Question {
    incorrect = List.copyOf(incorrect);
  }

  /** The four options in an order that depends on the seed and the question alone. */
  public AskedQuestion asked(long seed) {
    return askedWithGold(seed, correct);
  }

  /** The same options in the same order; right is the one that the twin makes right. */
  public AskedQuestion asked(long seed, Twin twin) {
    if (!twin.question().equals(id)) {
      throw new IllegalArgumentException(
          "twin of question \"%s\" does not fit question \"%s\"; use twinsOf(\"%s\")"
              .formatted(twin.question(), id, id));
    }
    return askedWithGold(seed, incorrect.get(twin.option()));
  }

  private AskedQuestion askedWithGold(long seed, String gold) {
    List<String> options = new ArrayList<>(incorrect);
    options.add(correct);
    var random = new SplittableRandom(seed * 31 + query.hashCode());
    for (int i = options.size() - 1; i > 0; i--) {
      options.set(i, options.set(random.nextInt(i + 1), options.get(i)));
    }
    return new AskedQuestion(query, options, options.indexOf(gold));
  }
}
