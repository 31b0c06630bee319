package dev.rapport.train.sft;

import dev.rapport.train.policy.LossGradient;
import dev.rapport.train.policy.Sequence;
import java.util.List;

/** Cross-entropy of the tokens that count, with one denominator for the whole batch. */
final class SftLoss implements LossGradient {
  private final List<Example> examples;
  private final double weight;

  SftLoss(List<Example> examples) {
    this.examples = examples;
    weight = 1.0 / Math.max(1, examples.stream().mapToLong(Example::weight).sum());
  }

  @Override
  public double apply(int row, float[] logProbs, float[] gradient) {
    Example example = examples.get(row);
    Sequence sequence = example.sequence();
    double loss = 0;
    for (int t = 0; t < logProbs.length; t++) {
      if (example.learned()[sequence.prompt() + t]) {
        loss -= weight * logProbs[t];
        gradient[t] = (float) -weight;
      }
    }
    return loss;
  }
}
