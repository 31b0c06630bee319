package dev.rapport.train.mini;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What one person is asked: what they would like in a topic.
 *
 * @param options in the order shown, four with the right one among them; none if open-ended
 */
record Question(Person person, int topic, List<String> options) {
  private static final List<String> LETTERS = List.of("A", "B", "C", "D");

  Question {
    options = List.copyOf(options);
  }

  /** Four in five are multiple choice, as in the paper. */
  static Question of(Person person, SplittableRandom random) {
    int topic = random.nextInt(Topic.ALL.size());
    return random.nextInt(5) < 4
        ? choice(person, topic, random)
        : new Question(person, topic, List.of());
  }

  /** The right taste, "any", and what tempts: what was changed, forgotten or someone else's. */
  static Question choice(Person person, int topic, SplittableRandom random) {
    var options = new ArrayList<String>();
    options.add(person.gold().get(topic));
    add(options, Person.ANY);
    add(options, person.old().get(topic));
    add(options, person.others().get(topic));
    List<String> tastes = Topic.ALL.get(topic).tastes();
    while (options.size() < LETTERS.size()) {
      add(options, tastes.get(random.nextInt(tastes.size())));
    }
    for (int i = options.size() - 1; i > 0; i--) {
      Collections.swap(options, i, random.nextInt(i + 1));
    }
    return new Question(person, topic, options);
  }

  private static void add(List<String> options, String option) {
    if (!option.isEmpty() && !options.contains(option) && options.size() < LETTERS.size()) {
      options.add(option);
    }
  }

  boolean isChoice() {
    return !options.isEmpty();
  }

  String gold() {
    return person.gold().get(topic);
  }

  /** The question as it stands at the end of a prompt. */
  List<String> words() {
    var words = new ArrayList<String>();
    words.add("ask");
    for (int i = 0; i < options.size(); i++) {
      words.add(options.get(i));
      words.add(LETTERS.get(i));
    }
    words.add(Topic.ALL.get(topic).name());
    return words;
  }

  /** The answer a perfect model gives to the taste it believes in: the taste, and its letter. */
  List<String> answer(String taste) {
    int at = options.indexOf(taste);
    return at < 0 ? List.of(taste) : List.of(taste, LETTERS.get(at));
  }

  /** Whether an answer is right: by its last letter, or by its only word if open-ended. */
  boolean isRight(List<String> answer) {
    if (!isChoice()) {
      return answer.size() == 1 && answer.getFirst().equals(gold());
    }
    List<String> letters = answer.stream().filter(LETTERS::contains).toList();
    return !letters.isEmpty() && LETTERS.indexOf(letters.getLast()) == options.indexOf(gold());
  }
}
