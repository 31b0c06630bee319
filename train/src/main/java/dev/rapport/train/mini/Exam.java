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
import java.util.SplittableRandom;

/** The same questions to people never seen, for every policy; answered greedily. */
record Exam(List<Question> questions) {
  private static final Sampling GREEDY = new Sampling(0, 1, Set.of(Words.END));
  private static final int BATCH = 128;

  Exam {
    questions = List.copyOf(questions);
  }

  /** Every topic of each person in turn, all multiple choice. */
  static Exam of(World world, int size) {
    var questions = new ArrayList<Question>();
    for (int i = 0; i < size; i++) {
      int topics = Topic.ALL.size();
      Person person = world.tested(i / topics);
      var random = new SplittableRandom(new Seeds(world.seed()).at(2, i, 0, 0));
      questions.add(Question.choice(person, i % topics, random));
    }
    return new Exam(questions);
  }

  Score score(PolicyEngine policy, boolean paged) {
    var right = new LinkedHashMap<Person.Kind, Integer>();
    var asked = new LinkedHashMap<Person.Kind, Integer>();
    var sampler = new RolloutSampler(policy, GREEDY, new Seeds(0));
    for (int from = 0; from < questions.size(); from += BATCH) {
      List<Question> part = questions.subList(from, Math.min(from + BATCH, questions.size()));
      List<Rollout> rollouts =
          sampler.sample(0, part.stream().map(one -> new MiniTask(one, paged)).toList(), 1);
      for (int i = 0; i < part.size(); i++) {
        Question question = part.get(i);
        boolean isRight = question.isRight(Words.words(rollouts.get(i).answer().words()));
        Person.Kind kind = question.person().kind(question.topic());
        asked.merge(kind, 1, Integer::sum);
        right.merge(kind, isRight ? 1 : 0, Integer::sum);
      }
    }
    return new Score(
        right.values().stream().mapToInt(Integer::intValue).sum(), questions.size(), right, asked);
  }

  /** What always answering "any" scores: that nothing is known. */
  double blank() {
    return questions.stream().filter(one -> one.gold().equals(Person.ANY)).count()
        / (double) questions.size();
  }

  /** How many were right. */
  record Score(
      int right, int asked, Map<Person.Kind, Integer> rightBy, Map<Person.Kind, Integer> askedBy) {
    double accuracy() {
      return right / (double) asked;
    }
  }
}
