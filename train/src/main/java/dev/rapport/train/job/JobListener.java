package dev.rapport.train.job;

import dev.rapport.train.policy.Speed;

/**
 * Hears how a job gets on.
 *
 * @param <M> what a step tells of itself
 */
@FunctionalInterface
public interface JobListener<M> {
  /**
   * @param done steps or questions, earlier sessions included
   * @param total of them
   * @param speed since it was told last
   */
  void made(int done, int total, M metrics, Speed speed);
}
