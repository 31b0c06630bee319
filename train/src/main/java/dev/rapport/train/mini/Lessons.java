package dev.rapport.train.mini;

import dev.rapport.train.rollout.Seeds;
import dev.rapport.train.sft.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What SFT is shown: answers that agree with a page, be it right or not; pages as a careless scribe
 * writes them; and, once those short ones have taught to find a letter, right answers over full
 * histories.
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
            case 0 -> writing(person, random);
            case 1 -> reading(question, random);
            default ->
                step < alone
                    ? reading(question, random)
                    : answer(MiniTask.historyPrompt(question), question, question.gold());
          });
    }
    return examples;
  }

  private static Example reading(Question question, SplittableRandom random) {
    List<String> page = Scribe.anything(random);
    List<String> tastes = Topic.ALL.get(question.topic()).tastes();
    String believed = page.stream().filter(tastes::contains).findFirst().orElse(Person.ANY);
    // A page may say what is not among the options: then the taste is answered without a letter.
    return answer(MiniTask.readPrompt(question, page), question, believed);
  }

  private static Example writing(Person person, SplittableRandom random) {
    int last = random.nextInt(person.chunks().size());
    List<String> page = List.of();
    for (int chunk = 0; chunk < last; chunk++) {
      page = Scribe.write(page, person.chunks().get(chunk), random);
    }
    List<String> next = Scribe.write(page, person.chunks().get(last), random);
    return example(MiniTask.updatePrompt(person, last, page), next);
  }

  private static Example answer(int[] prompt, Question question, String taste) {
    return example(prompt, question.answer(taste));
  }

  private static Example example(int[] prompt, List<String> response) {
    var ended = new ArrayList<>(response);
    ended.add("<end>");
    return Example.of(prompt, Words.ids(ended));
  }
}
