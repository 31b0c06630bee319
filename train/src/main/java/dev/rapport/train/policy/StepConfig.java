package dev.rapport.train.policy;

/**
 * One step of AdamW with decoupled decay and clipping by the global norm.
 *
 * @param learningRate 0 leaves the weights as they are
 * @param maxNorm of the gradient
 */
public record StepConfig(
    double learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay,
    double maxNorm) {
  /** The paper's settings but for the rate. */
  public static StepConfig atRate(double learningRate) {
    return new StepConfig(learningRate, 0.9, 0.999, 1e-8, 0.01, 1.0);
  }
}
