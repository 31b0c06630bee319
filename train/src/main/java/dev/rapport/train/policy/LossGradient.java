package dev.rapport.train.policy;

/**
 * A loss that depends on the model through the log-probabilities of the given tokens alone, as
 * those of SFT and GRPO do.
 */
@FunctionalInterface
public interface LossGradient {
  /**
   * The loss of one sequence of a batch.
   *
   * @param row the sequence's place in the batch
   * @param logProbs natural log-probabilities of its scored tokens, [scored]
   * @param gradient to be filled with d(loss)/d(log-probability), [scored]; zeros on entry
   * @return the sequence's share of the loss
   */
  double apply(int row, float[] logProbs, float[] gradient);
}
