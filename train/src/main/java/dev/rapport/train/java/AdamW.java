package dev.rapport.train.java;

import dev.rapport.train.policy.StepConfig;
import dev.rapport.train.policy.StepReport;
import java.util.List;

/**
 * Adam with decoupled weight decay (arXiv:1711.05101) and bias correction, after clipping the
 * gradient by its global norm. Moments are of 32 bits. A gradient that is not finite changes
 * nothing.
 */
final class AdamW {
  private static final int RUN = 1 << 16;

  private AdamW() {}

  /**
   * @param number of this step, from 1; bias correction depends on it
   */
  static StepReport step(
      Workers workers, List<Parameter> parameters, StepConfig config, long number) {
    double norm = Math.sqrt(squares(workers, parameters));
    if (!Double.isFinite(norm)) {
      return new StepReport(norm, false);
    }
    float clip = (float) (norm > config.maxNorm() ? config.maxNorm() / (norm + 1e-6) : 1);
    for (Parameter parameter : parameters) {
      update(workers, parameter, config, number, clip);
      parameter.changed();
    }
    return new StepReport(norm, true);
  }

  private static double squares(Workers workers, List<Parameter> parameters) {
    double sum = 0;
    for (Parameter parameter : parameters) {
      float[] gradient = parameter.gradient();
      var partial = new double[(gradient.length + RUN - 1) / RUN];
      workers.run(
          partial.length,
          run -> {
            int at = run * RUN;
            int n = Math.min(RUN, gradient.length - at);
            partial[run] = Sums.dot(gradient, at, gradient, at, n);
          });
      for (double part : partial) {
        sum += part;
      }
    }
    return sum;
  }

  private static void update(
      Workers workers, Parameter parameter, StepConfig config, long number, float clip) {
    float[] w = parameter.values();
    float[] g = parameter.gradient();
    float[] m = parameter.mean();
    float[] v = parameter.square();
    float beta1 = (float) config.beta1();
    float beta2 = (float) config.beta2();
    float rest1 = (float) (1 - config.beta1());
    float rest2 = (float) (1 - config.beta2());
    float rate =
        (float) (config.learningRate() / (1 - StrictMath.pow(config.beta1(), (double) number)));
    float root = (float) (1 / Math.sqrt(1 - StrictMath.pow(config.beta2(), (double) number)));
    float epsilon = (float) config.epsilon();
    float keep = (float) (1 - config.learningRate() * config.weightDecay());
    workers.run(
        (w.length + RUN - 1) / RUN,
        run -> {
          int to = Math.min(w.length, (run + 1) * RUN);
          for (int i = run * RUN; i < to; i++) {
            float d = g[i] * clip;
            m[i] = beta1 * m[i] + rest1 * d;
            v[i] = beta2 * v[i] + rest2 * d * d;
            w[i] = w[i] * keep - rate * (m[i] / ((float) Math.sqrt(v[i]) * root + epsilon));
          }
        });
  }
}
