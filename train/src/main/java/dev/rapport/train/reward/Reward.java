package dev.rapport.train.reward;

import dev.rapport.train.rollout.Rollout;
import dev.rapport.train.rollout.RolloutTask;

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
}
