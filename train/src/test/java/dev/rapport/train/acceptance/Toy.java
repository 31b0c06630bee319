package dev.rapport.train.acceptance;

import dev.rapport.train.grpo.Grpo;
import dev.rapport.train.grpo.GrpoConfig;
import dev.rapport.train.grpo.Rate;
import dev.rapport.train.java.JavaEngine;
import dev.rapport.train.model.Family;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.rollout.Rollout;
import dev.rapport.train.rollout.RolloutSampler;
import dev.rapport.train.rollout.RolloutTask;
import dev.rapport.train.rollout.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Toys over the 16 symbols of MemAgent's end-to-end test: separator 0, end 1, no digit 3, digits 4
 * to 13, comma 14, colon 15.
 */
final class Toy {
  static final int SEPARATOR = 0;
  static final int END = 1;
  static final int NOTHING = 3;

  private static final int LAST = 20;

  private Toy() {}

  static int digit(int value) {
    return 4 + value;
  }

  /** The shape of that test's model: 795,776 parameters. */
  static JavaEngine model(int layers, int hidden, long seed) {
    return JavaEngine.random(
        new ModelConfig(
            Family.LLAMA,
            16,
            hidden,
            hidden * 43 / 16,
            layers,
            4,
            4,
            hidden / 4,
            256,
            1e-6,
            10_000,
            false,
            List.of(END)),
        seed,
        1);
  }

  /**
   * Trains on tasks as they are drawn.
   *
   * @return the mean reward of the last 20 updates
   */
  static <T extends Task> double train(
      PolicyEngine policy, GrpoConfig config, double rate, int updates, long seed, Draw<T> draw) {
    double rewards = 0;
    try (PolicyEngine start = policy.freeze()) {
      var grpo =
          new Grpo<T>(
              policy, start, Toy::reward, config, new Rate(rate, 0), Set.of(END), new Seeds(seed));
      var random = new SplittableRandom(seed);
      for (int update = 0; update < updates; update++) {
        var tasks = new ArrayList<T>();
        for (int group = 0; group < config.groups(); group++) {
          tasks.add(draw.next(random));
        }
        double reward = grpo.step(update, tasks).reward();
        rewards += update >= updates - LAST ? reward : 0;
      }
    }
    return rewards / LAST;
  }

  /** The share of greedy answers that are exactly right. */
  static double exact(PolicyEngine policy, List<? extends Task> tasks) {
    var sampler = new RolloutSampler(policy, new Sampling(0, 1, Set.of(END)), new Seeds(0));
    List<Rollout> rollouts = sampler.sample(0, tasks, 1);
    int right = 0;
    for (int i = 0; i < tasks.size(); i++) {
      right += reward(tasks.get(i), rollouts.get(i)) == 1 ? 1 : 0;
    }
    return right / (double) tasks.size();
  }

  /** Half for the right digit first, half for nothing but it. */
  static double reward(Task task, Rollout rollout) {
    int[] answer = rollout.answer().response();
    double first = answer.length > 0 && answer[0] == digit(task.gold()) ? .5 : 0;
    return first > 0 && answer.length == 2 && answer[1] == END ? 1 : first;
  }

  /** A task whose answer is one digit. */
  interface Task extends RolloutTask {
    int gold();

    @Override
    default int[] blankPage() {
      return new int[] {NOTHING};
    }

    @Override
    default int pageTokens() {
      return 4;
    }

    @Override
    default int answerTokens() {
      return 4;
    }
  }

  /** Draws a task. */
  @FunctionalInterface
  interface Draw<T> {
    T next(SplittableRandom random);
  }

  /** "a,b:9,1" is answered with b. */
  record Echo(int a, int gold) implements Task {
    static Echo draw(SplittableRandom random) {
      return new Echo(random.nextInt(10), random.nextInt(10));
    }

    static List<Echo> all() {
      var all = new ArrayList<Echo>();
      for (int i = 0; i < 100; i++) {
        all.add(new Echo(i / 10, i % 10));
      }
      return all;
    }

    @Override
    public int updates() {
      return 0;
    }

    @Override
    public int[] updatePrompt(int chunk, int[] page) {
      throw new IllegalStateException("nothing is written");
    }

    @Override
    public int[] answerPrompt(int[] page) {
      return new int[] {digit(a), 14, digit(gold), 15, digit(9), 14, digit(1), SEPARATOR};
    }
  }

  /** One of one or two chunks carries a digit, which is asked for in the end. */
  record Relay(List<Integer> chunks, int gold) implements Task {
    Relay {
      chunks = List.copyOf(chunks);
    }

    static Relay draw(SplittableRandom random) {
      return draw(random, 10);
    }

    /** With the first so many digits only. */
    static Relay draw(SplittableRandom random, int digits) {
      int gold = random.nextInt(digits);
      int size = 1 + random.nextInt(2);
      int at = random.nextInt(size);
      var chunks = new ArrayList<Integer>();
      for (int i = 0; i < size; i++) {
        chunks.add(i == at ? digit(gold) : NOTHING);
      }
      return new Relay(chunks, gold);
    }

    static List<Relay> some(int digits) {
      var random = new SplittableRandom(99);
      var some = new ArrayList<Relay>();
      for (int i = 0; i < 256; i++) {
        some.add(draw(random, digits));
      }
      return some;
    }

    @Override
    public int updates() {
      return chunks.size();
    }

    @Override
    public int[] updatePrompt(int chunk, int[] page) {
      int[] prompt = Arrays.copyOf(page, page.length + 3);
      prompt[page.length] = 14;
      prompt[page.length + 1] = chunks.get(chunk);
      prompt[page.length + 2] = SEPARATOR;
      return prompt;
    }

    @Override
    public int[] answerPrompt(int[] page) {
      int[] prompt = Arrays.copyOf(page, page.length + 2);
      prompt[page.length] = 15;
      prompt[page.length + 1] = SEPARATOR;
      return prompt;
    }
  }
}
