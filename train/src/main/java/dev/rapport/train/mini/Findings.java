package dev.rapport.train.mini;

import dev.rapport.train.mini.MiniResult.Outcome;
import dev.rapport.train.mini.MiniResult.Sample;
import dev.rapport.train.policy.EngineSource;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.rollout.Exchange;
import dev.rapport.train.rollout.Rollout;
import dev.rapport.train.rollout.RolloutSampler;
import dev.rapport.train.rollout.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Examines the policies of one seed. */
record Findings(MiniSpec spec, World world, long seed, EngineSource source) {
  private static final int SAMPLES = 3;

  MiniResult of(Path home, Path start) {
    Exam exam = Exam.of(world, spec.questions());
    var outcomes = new ArrayList<Outcome>();
    List<List<String>> before;
    try (var policy = source.load(start)) {
      outcomes.add(outcome("sft-history", "SFT, full history", exam.score(policy, Source.HISTORY)));
      outcomes.add(outcome("sft-page", "SFT, page", exam.score(policy, Source.PAGE)));
      outcomes.add(
          outcome("true-page", "SFT, a true page given", exam.score(policy, Source.TRUE_PAGE)));
      before = pages(policy, exam);
    }
    List<List<String>> after = List.of();
    for (Arm arm : Arm.values()) {
      try (var policy = source.load(home.resolve(arm.folder()).resolve("model"))) {
        outcomes.add(outcome(arm.folder(), arm.title(), exam.score(policy, arm.source())));
        after = arm == Arm.PAGE ? pages(policy, exam) : after;
      }
    }
    var samples = new ArrayList<Sample>();
    for (int i = 0; i < after.size(); i++) {
      Person person = sample(exam, i).person();
      samples.add(
          new Sample(
              person.chunks().stream().map(Findings::said).toList(),
              before.get(i),
              after.get(i),
              person.gold()));
    }
    return new MiniResult(
        seed,
        exam.blank(),
        parameters(),
        historyTokens(exam),
        MiniTask.PAGE_TOKENS,
        outcomes,
        samples);
  }

  private static Outcome outcome(String name, String title, Exam.Score score) {
    Map<String, int[]> by = new LinkedHashMap<>();
    for (Person.Kind kind : Person.Kind.values()) {
      by.put(
          kind.name(),
          new int[] {score.rightBy().getOrDefault(kind, 0), score.askedBy().getOrDefault(kind, 0)});
    }
    return new Outcome(name, title, score.right(), score.drawn(), score.asked(), by);
  }

  private static List<List<String>> pages(PolicyEngine policy, Exam exam) {
    var sampler = new RolloutSampler(policy, new Sampling(0, 1, Set.of(Words.END)), new Seeds(0));
    var tasks = new ArrayList<MiniTask>();
    for (int i = 0; i < Math.min(SAMPLES, exam.questions().size() / Topic.ALL.size()); i++) {
      tasks.add(new MiniTask(sample(exam, i), Source.PAGE));
    }
    var pages = new ArrayList<List<String>>();
    for (Rollout rollout : sampler.sample(0, tasks, 1)) {
      pages.add(rollout.updates().stream().map(Exchange::words).map(Words::text).toList());
    }
    return pages;
  }

  private static Question sample(Exam exam, int number) {
    return exam.questions().get(number * Topic.ALL.size());
  }

  private static String said(List<Person.Turn> chunk) {
    return String.join(" ", chunk.stream().map(turn -> String.join(" ", turn.words())).toList());
  }

  private double historyTokens(Exam exam) {
    return exam.questions().stream()
        .mapToInt(
            one ->
                one.person().chunks().stream()
                    .flatMap(List::stream)
                    .mapToInt(turn -> turn.words().size())
                    .sum())
        .average()
        .orElse(0);
  }

  private long parameters() {
    long attention = 4L * spec.hidden() * spec.hidden();
    long mlp = 3L * spec.hidden() * 2 * spec.hidden();
    long norms = 2L * spec.hidden() + 2L * spec.hidden() / spec.heads();
    return (long) Words.size() * spec.hidden()
        + spec.layers() * (attention + mlp + norms)
        + spec.hidden();
  }
}
