package dev.rapport.train.java;

import dev.rapport.train.model.ModelConfig;
import java.util.Arrays;
import java.util.random.RandomGeneratorFactory;

/** A model that has learned nothing, as transformers makes one. */
final class RandomWeights {
  private static final double DEVIATION = 0.02;

  private RandomWeights() {}

  static Parameters of(ModelConfig config, long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    return Parameters.of(
        config,
        (name, shape) -> {
          var values = new float[shape.stream().reduce(1, Math::multiplyExact)];
          if (name.endsWith("norm.weight")) {
            Arrays.fill(values, 1);
          } else if (shape.size() == 2) {
            for (int i = 0; i < values.length; i++) {
              values[i] = (float) (random.nextGaussian() * DEVIATION);
            }
          }
          return values;
        });
  }
}
