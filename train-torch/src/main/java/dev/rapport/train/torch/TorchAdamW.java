package dev.rapport.train.torch;

import dev.rapport.train.policy.StepConfig;
import dev.rapport.train.policy.StepReport;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The same step as the plain engine's: AdamW after clipping by the global norm. */
final class TorchAdamW {
  private TorchAdamW() {}

  static StepReport step(List<TorchWeight> weights, StepConfig config, long number) {
    try (var scope = new PointerScope();
        var guard = new NoGradGuard()) {
      Scopes.used(scope);
      Scopes.used(guard);
      double squares = 0;
      for (TorchWeight weight : weights) {
        double norm = weight.gradient().norm().item_double();
        squares += norm * norm;
      }
      double norm = Math.sqrt(squares);
      boolean sound = Double.isFinite(norm);
      if (sound) {
        double clip = norm > config.maxNorm() ? config.maxNorm() / (norm + 1e-6) : 1;
        weights.forEach(weight -> update(weight, config, number, clip));
      }
      weights.forEach(TorchWeight::clear);
      return new StepReport(norm, sound);
    }
  }

  private static void update(TorchWeight weight, StepConfig config, long number, double clip) {
    try (var scope = new PointerScope()) {
      Scopes.used(scope);
      double bias1 = 1 - StrictMath.pow(config.beta1(), (double) number);
      double bias2 = 1 - StrictMath.pow(config.beta2(), (double) number);
      Tensor g = weight.gradient().mul_(new Scalar(clip));
      Tensor m = weight.mean();
      Tensor v = weight.square();
      m.mul_(new Scalar(config.beta1())).add_(g, new Scalar(1 - config.beta1()));
      v.mul_(new Scalar(config.beta2())).addcmul_(g, g, new Scalar(1 - config.beta2()));
      Tensor root = v.sqrt().div_(new Scalar(Math.sqrt(bias2))).add_(new Scalar(config.epsilon()));
      weight
          .values()
          .mul_(new Scalar(1 - config.learningRate() * config.weightDecay()))
          .addcdiv_(m, root, new Scalar(-config.learningRate() / bias1));
    }
  }
}
