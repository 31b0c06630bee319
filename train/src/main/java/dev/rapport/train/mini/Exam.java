package dev.rapport.train.mini;

import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.rollout.Rollout;
import dev.rapport.train.rollout.RolloutSampler;
import dev.rapport.train.rollout.Seeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same questions to people never seen, for every policy. They are answered greedily, and once
 * more as in training, drawn at temperature 1.
 */
record Exam(List<Question> questions) {
  private static final Sampling GREEDY = new Sampling(0, 1, Set.of(Words.END));
  private static final Sampling DRAWN = new Sampling(1, 1, Set.of(Words.END));
  private static final int BATCH = 128;

  Exam {
    questions = List.copyOf(questions);
  }

  /** Every topic of each person in turn. */
  static Exam of(World world, int size) {
    var questions = new ArrayList<Question>();
    for (int i = 0; i < size; i++) {
      int topics = Topic.ALL.size();
      Person person = world.tested(i / topics);
      questions.add(new Question(person, i % topics));
    }
    return new Exam(questions);
  }

  Score score(PolicyEngine policy, Source source) {
    var right = new LinkedHashMap<Person.Kind, Integer>();
    var asked = new LinkedHashMap<Person.Kind, Integer>();
    List<Boolean> marks = marks(policy, source, GREEDY);
    for (int i = 0; i < questions.size(); i++) {
      Person.Kind kind = questions.get(i).person().kind(questions.get(i).topic());
      asked.merge(kind, 1, Integer::sum);
      right.merge(kind, marks.get(i) ? 1 : 0, Integer::sum);
    }
    return new Score(
        count(marks), count(marks(policy, source, DRAWN)), questions.size(), right, asked);
  }

  /** For each question, whether it was answered right. */
  private List<Boolean> marks(PolicyEngine policy, Source source, Sampling sampling) {
    var sampler = new RolloutSampler(policy, sampling, new Seeds(0));
    var marks = new ArrayList<Boolean>();
    for (int from = 0; from < questions.size(); from += BATCH) {
      List<Question> part = questions.subList(from, Math.min(from + BATCH, questions.size()));
      List<Rollout> rollouts =
          sampler.sample(0, part.stream().map(one -> new MiniTask(one, source)).toList(), 1);
      for (int i = 0; i < part.size(); i++) {
        marks.add(part.get(i).isRight(Words.words(rollouts.get(i).answer().words())));
      }
    }
    return marks;
  }

  private static int count(List<Boolean> marks) {
    return (int) marks.stream().filter(mark -> mark).count();
  }

  /** What always answering "any" scores: that nothing is known. */
  double blank() {
    return questions.stream().filter(one -> one.gold().equals(Person.ANY)).count()
        / (double) questions.size();
  }

  /**
   * How many were right.
   *
   * @param right greedily
   * @param drawn at temperature 1
   */
  record Score(
      int right,
      int drawn,
      int asked,
      Map<Person.Kind, Integer> rightBy,
      Map<Person.Kind, Integer> askedBy) {}
}
