package dev.rapport.train.mini;

import dev.rapport.train.model.Family;
import dev.rapport.train.model.ModelConfig;
import java.util.List;

/**
 * All that decides what a miniature run computes; frozen in its folder.
 *
 * @param seed of the first of its seeds; the others count on from it
 * @param seeds how often everything is done anew, world and weights included
 * @param chunks of a history
 * @param turns of a chunk
 * @param hidden width of the model
 * @param sftSteps of the cold start
 * @param sftRate peak learning rate there
 * @param sftBatch examples of a step there
 * @param steps of GRPO in each arm
 * @param groups questions of a GRPO step
 * @param rollouts of each question
 * @param rate learning rate of GRPO
 * @param klWeight of the KL to the policy after SFT
 * @param questions of the exam
 * @param engine that computes
 */
public record MiniSpec(
    long seed,
    int seeds,
    int chunks,
    int turns,
    int hidden,
    int layers,
    int heads,
    int sftSteps,
    double sftRate,
    int sftBatch,
    int steps,
    int groups,
    int rollouts,
    double rate,
    double klWeight,
    int questions,
    String engine) {
  /** 2.6 million parameters: half an hour on two or more cores. */
  public static final MiniSpec DEFAULT =
      new MiniSpec(1, 3, 4, 4, 256, 4, 8, 300, 1e-3, 24, 100, 16, 8, 4e-5, 1e-3, 400, "java");

  /** 86,400 parameters: minutes on one core. */
  public static final MiniSpec SMALL =
      new MiniSpec(1, 5, 4, 4, 64, 2, 4, 1200, 4e-3, 24, 200, 16, 8, 4e-4, 1e-3, 400, "java");

  public MiniSpec {
    if (seeds < 1 || sftSteps < 1 || sftBatch < 3 || steps < 0 || questions < 1) {
      throw new IllegalArgumentException(
          "seeds %d, SFT steps %d of %d examples, GRPO steps %d, questions %d: too few"
              .formatted(seeds, sftSteps, sftBatch, steps, questions));
    }
  }

  /** Seconds instead of minutes: shows that all parts run, not that anything is learned. */
  public MiniSpec quick() {
    return new MiniSpec(
        seed,
        1,
        chunks,
        turns,
        32,
        2,
        2,
        40,
        sftRate,
        24,
        Math.min(steps, 6),
        4,
        4,
        rate,
        klWeight,
        40,
        engine);
  }

  public MiniSpec withSeeds(long first, int count) {
    return new MiniSpec(
        first, count, chunks, turns, hidden, layers, heads, sftSteps, sftRate, sftBatch, steps,
        groups, rollouts, rate, klWeight, questions, engine);
  }

  public MiniSpec withSteps(int value) {
    return new MiniSpec(
        seed, seeds, chunks, turns, hidden, layers, heads, sftSteps, sftRate, sftBatch, value,
        groups, rollouts, rate, klWeight, questions, engine);
  }

  public MiniSpec withEngine(String value) {
    return new MiniSpec(
        seed, seeds, chunks, turns, hidden, layers, heads, sftSteps, sftRate, sftBatch, steps,
        groups, rollouts, rate, klWeight, questions, value);
  }

  ModelConfig model() {
    return new ModelConfig(
        Family.QWEN3,
        Words.size(),
        hidden,
        2 * hidden,
        layers,
        heads,
        heads,
        hidden / heads,
        256,
        1e-6,
        10_000,
        true,
        List.of(Words.END));
  }

  World world(long ofSeed) {
    return new World(ofSeed, chunks, turns);
  }
}
