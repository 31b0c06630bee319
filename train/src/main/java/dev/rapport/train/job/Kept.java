package dev.rapport.train.job;

import dev.rapport.train.reward.Reward;
import dev.rapport.train.rollout.Rollout;
import java.util.ArrayList;
import java.util.List;

/**
 * A reward that keeps some of what a step wrote, to be read by people: of its first questions the
 * first try.
 */
final class Kept<W extends Wording> implements Reward<TextTask<W>> {
  private static final int QUESTIONS = 3;

  private final Reward<TextTask<W>> reward;
  private List<Attempt> kept = List.of();

  Kept(Reward<TextTask<W>> reward) {
    this.reward = reward;
  }

  /** Those of the last step. */
  List<Attempt> last() {
    return kept;
  }

  @Override
  public double of(TextTask<W> task, Rollout rollout) {
    return reward.of(task, rollout);
  }

  @Override
  public double[] all(List<TextTask<W>> tasks, List<Rollout> rollouts) {
    double[] earned = reward.all(tasks, rollouts);
    var some = new ArrayList<Attempt>();
    for (int i = 0; i < earned.length; i++) {
      Rollout one = rollouts.get(i);
      if (one.index() == 0 && one.group() < QUESTIONS) {
        some.add(Attempt.of(tasks.get(i), one, earned[i]));
      }
    }
    kept = List.copyOf(some);
    return earned;
  }
}
