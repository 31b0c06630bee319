package dev.rapport.train.grpo;

/**
 * What the loss knows of one conversation beforehand.
 *
 * @param advantage its rollout's
 * @param old log-probabilities under the policy that wrote it, [T]
 * @param start log-probabilities under the frozen start, [T]; empty when no KL is asked for
 */
record LossRow(double advantage, double[] old, double[] start) {
  LossRow {
    old = old.clone();
    start = start.clone();
    if (start.length != 0 && start.length != old.length) {
      throw new IllegalArgumentException(
          "%d tokens with %d log-probabilities of the start".formatted(old.length, start.length));
    }
    if (!Double.isFinite(advantage)) {
      throw new IllegalArgumentException("advantage %s is not finite".formatted(advantage));
    }
  }
}
