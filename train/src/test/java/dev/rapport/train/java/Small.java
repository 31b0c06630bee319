package dev.rapport.train.java;

import dev.rapport.train.model.Family;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Models so small that a test can look at every weight, with no weight at its neutral value. */
public final class Small {
  private Small() {}

  public static Stream<ModelConfig> configs() {
    return Stream.of(
        config(Family.LLAMA, 4, 4, 6, false),
        config(Family.QWEN2, 4, 2, 6, true),
        config(Family.QWEN3, 4, 2, 10, true));
  }

  public static ModelConfig config(Family family, int heads, int keys, int size, boolean tied) {
    return new ModelConfig(
        family, 23, 24, 37, 2, heads, keys, size, 512, 1e-5, 10_000, tied, List.of(1));
  }

  static JavaEngine engine(ModelConfig config, int threads) {
    var engine = JavaEngine.random(config, 11, threads);
    var random = new SplittableRandom(12);
    for (Parameter p : engine.parameters().all()) {
      for (int i = 0; i < p.values().length; i++) {
        p.values()[i] += (float) random.nextGaussian(0, p.shape().size() == 1 ? 0.3 : 0.25);
      }
      p.changed();
    }
    return engine;
  }

  /** Sequences of uneven lengths. */
  public static List<Sequence> batch(ModelConfig config, int count, int longest, long seed) {
    var random = new SplittableRandom(seed);
    var batch = new ArrayList<Sequence>();
    for (int i = 0; i < count; i++) {
      int[] tokens = random.ints(random.nextInt(2, longest + 1), 0, config.vocabulary()).toArray();
      batch.add(new Sequence(tokens, random.nextInt(1, tokens.length)));
    }
    return batch;
  }
}
