package dev.rapport.train.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A model that can write, score and learn. Algorithms see nothing else of it, so that they are
 * plain Java over any engine. Used by one thread at a time; works on several by itself.
 */
public interface PolicyEngine extends AutoCloseable {
  /**
   * Continues each prompt; the same prompt, seed and weights give the same tokens.
   *
   * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
   */
  List<Generated> generate(List<Prompt> prompts, Sampling sampling);

  /**
   * Scores without learning.
   *
   * @param temperature logits are divided by it, above 0
   * @return log-probabilities of the scored tokens, [sequence][scored]
   */
  float[][] logProbs(List<Sequence> batch, double temperature);

  /**
   * Adds the gradient of a batch's loss to what is there since the last step.
   *
   * @return the sum of the losses
   */
  double accumulate(List<Sequence> batch, double temperature, LossGradient loss);

  /**
   * Shows what was gathered since the last step, to be changed in place: weight by weight, always
   * in the same order; zeros where nothing was gathered.
   */
  void changeGradient(Consumer<float[]> change);

  /** Moves the weights along the gathered gradient and clears it. */
  StepReport step(StepConfig config);

  /** A copy of the weights as they are, which never learns. */
  PolicyEngine freeze();

  /** Writes weights in Hugging Face's layout. */
  void save(Path folder);

  /** Writes all that {@link #restore} needs to go on bit for bit: weights, moments, step count. */
  void checkpoint(Path folder);

  void restore(Path folder);

  @Override
  void close();
}
