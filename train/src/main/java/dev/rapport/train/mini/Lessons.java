package dev.rapport.train.mini;

import dev.rapport.train.rollout.Seeds;
import dev.rapport.train.sft.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What SFT is shown: pages as a careless scribe writes them, answers that agree with a page, be it
 * right or not, and, once those short ones have been seen for a while, answers over full histories
 * as one who kept such pages would give them.
 *
 * @param people of training
 * @param alone steps without full histories
 */
record Lessons(World world, long people, long alone, Seeds seeds) {
  List<Example> batch(long step, int size) {
    var examples = new ArrayList<Example>();
    for (int i = 0; i < size; i++) {
      var random = new SplittableRandom(seeds.at(step, i, 0, 0));
      Person person = world.trained(random.nextLong(people));
      Question question = Question.of(person, random);
      examples.add(
          switch (i % 4) {
            case 0 -> reading(question, random);
            case 1 -> step < alone ? writing(person, random) : recalling(question, random);
            default -> writing(person, random);
          });
    }
    return examples;
  }

  private static Example reading(Question question, SplittableRandom random) {
    List<String> page = Scribe.anything(random);
    return example(MiniTask.readPrompt(question, page), List.of(page.get(question.topic())));
  }

  private static Example recalling(Question question, SplittableRandom random) {
    List<String> page = Scribe.write(question.person().chunks(), random);
    return example(MiniTask.historyPrompt(question), List.of(page.get(question.topic())));
  }

  private static Example writing(Person person, SplittableRandom random) {
    int last = random.nextInt(person.chunks().size());
    List<String> page = Scribe.write(person.chunks().subList(0, last), random);
    return example(
        MiniTask.updatePrompt(person, last, page),
        Scribe.write(page, person.chunks().get(last), random));
  }

  private static Example example(int[] prompt, List<String> response) {
    var ended = new ArrayList<>(response);
    ended.add("<end>");
    return Example.of(prompt, Words.ids(ended));
  }
}
