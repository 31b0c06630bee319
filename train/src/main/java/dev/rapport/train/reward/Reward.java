package dev.rapport.train.reward;

import dev.rapport.train.rollout.Rollout;
import dev.rapport.train.rollout.RolloutTask;
import java.util.List;

/**
 * What a rollout earns by its answer.
 *
 * @param <T> the tasks it knows
 */
@FunctionalInterface
public interface Reward<T extends RolloutTask> {
  /**
   * @return finite; or NaN when nobody could tell, which takes the whole group out of the loss
   */
  double of(T task, Rollout rollout);

  /**
   * What several rollouts earn, in their order; those that ask somebody may do it side by side.
   *
   * @param tasks of each rollout
   */
  default double[] all(List<T> tasks, List<Rollout> rollouts) {
    var earned = new double[rollouts.size()];
    for (int i = 0; i < earned.length; i++) {
      earned[i] = of(tasks.get(i), rollouts.get(i));
    }
    return earned;
  }
}
