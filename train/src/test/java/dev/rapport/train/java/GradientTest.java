package dev.rapport.train.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.Sequence;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole network against the reference in 64 bits, its gradient against finite differences. */
final class GradientTest {
  private static final double TEMPERATURE = 0.7;

  static Stream<ModelConfig> configs() {
    return Small.configs();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void logProbs_areThoseOfTheReference(ModelConfig config) {
    try (var engine = Small.engine(config, 2)) {
      var reference = new Reference(config, engine.parameters());
      List<Sequence> batch = Small.batch(config, 5, 60, 1);

      float[][] scores = engine.logProbs(batch, TEMPERATURE);

      for (int i = 0; i < batch.size(); i++) {
        Sequence sequence = batch.get(i);
        double[][] expected = reference.logProbs(sequence.tokens(), TEMPERATURE);
        for (int t = sequence.prompt(); t < sequence.tokens().length; t++) {
          assertThat((double) scores[i][t - sequence.prompt()])
              .isCloseTo(expected[t - 1][sequence.tokens()[t]], within(2e-5));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void gradient_isThatOfFiniteDifferences(ModelConfig config) {
    try (var engine = Small.engine(config, 2)) {
      var reference = new Reference(config, engine.parameters());
      List<Sequence> batch = Small.batch(config, 4, 9, 2);

      engine.accumulate(
          batch,
          TEMPERATURE,
          (row, logProbs, gradient) -> {
            double loss = 0;
            for (int t = 0; t < logProbs.length; t++) {
              gradient[t] = factor(row, t);
              loss += factor(row, t) * logProbs[t];
            }
            return loss;
          });

      var random = new SplittableRandom(3);
      for (Parameter p : engine.parameters().all()) {
        double[] w = reference.weight(p.name());
        double norm = Math.sqrt(Sums.dot(p.gradient(), 0, p.gradient(), 0, w.length) / w.length);
        for (int probe = 0; probe < 12; probe++) {
          int i = random.nextInt(w.length);
          double held = w[i];
          double step = 1e-5;
          w[i] = held + step;
          double above = loss(reference, batch);
          w[i] = held - step;
          double below = loss(reference, batch);
          w[i] = held;
          assertThat((double) p.gradient()[i])
              .as("%s[%d]", p.name(), i)
              .isCloseTo((above - below) / (2 * step), within(1e-4 * norm + 1e-6));
        }
      }
    }
  }

  private static double loss(Reference reference, List<Sequence> batch) {
    double loss = 0;
    for (int row = 0; row < batch.size(); row++) {
      Sequence sequence = batch.get(row);
      double[][] scores = reference.logProbs(sequence.tokens(), TEMPERATURE);
      for (int t = sequence.prompt(); t < sequence.tokens().length; t++) {
        loss += factor(row, t - sequence.prompt()) * scores[t - 1][sequence.tokens()[t]];
      }
    }
    return loss;
  }

  private static float factor(int row, int t) {
    return (row % 2 == 0 ? -1f : 0.5f) / (t + 1);
  }
}
