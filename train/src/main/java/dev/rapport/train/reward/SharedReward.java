package dev.rapport.train.reward;

import dev.rapport.train.policy.Replicas;
import dev.rapport.train.rollout.Rollout;
import dev.rapport.train.rollout.RolloutTask;
import java.util.List;

/**
 * What one replica finds, told to all: judges are asked and paid once, and everyone learns from the
 * same verdicts.
 *
 * @param reward asked on the replica that leads alone
 */
public record SharedReward<T extends RolloutTask>(Reward<T> reward, Replicas replicas)
    implements Reward<T> {
  @Override
  public double of(T task, Rollout rollout) {
    return all(List.of(task), List.of(rollout))[0];
  }

  @Override
  public double[] all(List<T> tasks, List<Rollout> rollouts) {
    double[] earned = replicas.leads() ? reward.all(tasks, rollouts) : new double[rollouts.size()];
    replicas.sum(earned);
    return earned;
  }
}
