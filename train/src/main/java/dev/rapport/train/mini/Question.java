package dev.rapport.train.mini;

import java.util.List;
import java.util.SplittableRandom;

/**
 * What one person is asked: what they would like in a topic. The answer is one word: one of the
 * topic's three tastes, or "any" where nothing is known.
 */
record Question(Person person, int topic) {
  static Question of(Person person, SplittableRandom random) {
    return new Question(person, random.nextInt(Topic.ALL.size()));
  }

  String gold() {
    return person.gold().get(topic);
  }

  /** The question as it stands at the end of a prompt. */
  List<String> words() {
    return List.of("ask", Topic.ALL.get(topic).name());
  }

  /** Whether an answer is right, and nothing but right. */
  boolean isRight(List<String> answer) {
    return answer.equals(List.of(gold()));
  }
}
