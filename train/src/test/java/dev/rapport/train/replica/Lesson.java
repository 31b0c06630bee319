package dev.rapport.train.replica;

import dev.rapport.train.grpo.Grpo;
import dev.rapport.train.grpo.GrpoConfig;
import dev.rapport.train.grpo.GrpoMetrics;
import dev.rapport.train.grpo.Rate;
import dev.rapport.train.model.Family;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.EngineConfig;
import dev.rapport.train.policy.EngineSource;
import dev.rapport.train.policy.Engines;
import dev.rapport.train.policy.Replicas;
import dev.rapport.train.policy.StepConfig;
import dev.rapport.train.reward.SharedReward;
import dev.rapport.train.rollout.RolloutTask;
import dev.rapport.train.rollout.Seeds;
import dev.rapport.train.sft.Example;
import dev.rapport.train.sft.Sft;
import dev.rapport.train.sft.SftMetrics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Some steps of SFT and then of GRPO with a small model of random weights, in as many processes as
 * there are. Rows are of unequal lengths, and each GRPO step has two mini-batches with KL.
 */
public final class Lesson {
  private static final int STEPS = 6;
  private static final int WORDS = 14;
  private static final ModelConfig SHAPE =
      new ModelConfig(Family.QWEN3, WORDS, 16, 24, 2, 2, 1, 8, 64, 1e-6, 10_000, true, List.of(1));

  private Lesson() {}

  /** What each step told. */
  public record Told(List<SftMetrics> sft, List<GrpoMetrics> grpo) {}

  /**
   * @param model where the weights are left
   * @param beforeStep is told the number of every step, from 0
   */
  public static Told learn(Engines engines, Replicas replicas, Path model, IntConsumer beforeStep) {
    var source = new EngineSource(engines, EngineConfig.onThreads(1), replicas, System::nanoTime);
    try (var policy = source.random(SHAPE, 7)) {
      var sft = new ArrayList<SftMetrics>();
      for (int step = 0; step < STEPS; step++) {
        beforeStep.accept(step);
        sft.add(new Sft(policy).step(examples(step), StepConfig.atRate(3e-3)));
      }
      var grpo = new ArrayList<GrpoMetrics>();
      try (var start = policy.freeze()) {
        GrpoConfig config =
            GrpoConfig.DEFAULT.withBatch(4, 5).withMiniBatches(2).withKlWeight(0.05);
        var course =
            new Grpo<Echo>(
                policy,
                start,
                new SharedReward<>((task, it) -> it.answer().words().length % 3, replicas),
                config,
                new Rate(3e-3, 2),
                Set.of(1),
                new Seeds(5));
        for (int step = 0; step < STEPS; step++) {
          beforeStep.accept(STEPS + step);
          grpo.add(course.step(step, IntStream.range(2, 6).mapToObj(Echo::new).toList()));
        }
      }
      policy.save(model);
      return new Told(sft, grpo);
    }
  }

  private static List<Example> examples(long step) {
    var random = new SplittableRandom(step);
    var batch = new ArrayList<Example>();
    for (int i = 0; i < 7; i++) {
      batch.add(
          Example.of(
              random.ints(random.nextInt(1, 20), 2, WORDS).toArray(),
              random.ints(random.nextInt(1, 9), 2, WORDS).toArray()));
    }
    return batch;
  }

  /** Chunks of one word, as many as the word says, and a page of up to six. */
  private record Echo(int word) implements RolloutTask {
    @Override
    public int updates() {
      return word % 3;
    }

    @Override
    public int[] blankPage() {
      return new int[0];
    }

    @Override
    public int[] updatePrompt(int chunk, int[] page) {
      return IntStream.concat(IntStream.of(word, 10 + chunk), IntStream.of(page)).toArray();
    }

    @Override
    public int[] answerPrompt(int[] page) {
      return IntStream.concat(IntStream.of(page), IntStream.of(word)).toArray();
    }

    @Override
    public int pageTokens() {
      return 6;
    }

    @Override
    public int answerTokens() {
      return 8;
    }
  }
}
