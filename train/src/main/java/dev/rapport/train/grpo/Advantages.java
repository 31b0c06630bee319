package dev.rapport.train.grpo;

import java.util.Arrays;

/**
 * The rewards of one group relative to each other. One value serves every generated token of every
 * conversation of its rollout.
 *
 * @param values one per rollout, [G]; zeros when the group teaches nothing
 * @param signal why the group teaches or does not
 */
public record Advantages(double[] values, Signal signal) {
  /** A deviation below this is rounding, and would blow up what it divides. */
  static final double LEAST_SIGMA = 1e-3;

  private static final double EPSILON = 1e-6;

  /** What a group has to tell. */
  public enum Signal {
    SOME,
    /** All rewards equal. */
    NONE,
    /** A single rollout has nothing to be compared with. */
    ALONE,
    /** A reward is missing: a judge failed, so that no rollout of the group can be placed. */
    FAILED
  }

  public Advantages {
    values = values.clone();
  }

  /**
   * @param rewards one per rollout, [G], at least one; NaN or infinite where none could be given
   */
  public static Advantages of(double[] rewards, Baseline baseline) {
    int size = rewards.length;
    if (size == 0) {
      throw new IllegalArgumentException("a group without rollouts");
    }
    Signal signal = signal(rewards);
    if (signal != Signal.SOME) {
      return new Advantages(new double[size], signal);
    }
    double mean = Arrays.stream(rewards).sum() / size;
    double scale =
        switch (baseline) {
          case MEAN -> 1;
          case SCALED -> 1 / (Math.max(sigma(rewards, mean), LEAST_SIGMA) + EPSILON);
          case LEAVE_ONE_OUT -> size / (size - 1.0);
        };
    return new Advantages(
        Arrays.stream(rewards).map(reward -> (reward - mean) * scale).toArray(), Signal.SOME);
  }

  private static Signal signal(double[] rewards) {
    if (!Arrays.stream(rewards).allMatch(Double::isFinite)) {
      return Signal.FAILED;
    }
    if (rewards.length == 1) {
      return Signal.ALONE;
    }
    // Compared and not subtracted from their mean, which rounding can leave beside them.
    return Arrays.stream(rewards).allMatch(reward -> reward == rewards[0])
        ? Signal.NONE
        : Signal.SOME;
  }

  private static double sigma(double[] rewards, double mean) {
    double squares = Arrays.stream(rewards).map(r -> (r - mean) * (r - mean)).sum();
    return Math.sqrt(squares / (rewards.length - 1));
  }
}
