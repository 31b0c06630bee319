package dev.rapport.train.torch;

import dev.rapport.train.model.Family;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small models, and something for them to read. */
final class Shapes {
  private Shapes() {}

  static ModelConfig config(Family family, int heads, int keys, int size, boolean tied) {
    return new ModelConfig(
        family, 23, 24, 37, 2, heads, keys, size, 512, 1e-5, 10_000, tied, List.of(1));
  }

  static List<Sequence> batch(ModelConfig config, int count, int longest, long seed) {
    var random = new SplittableRandom(seed);
    var batch = new ArrayList<Sequence>();
    for (int i = 0; i < count; i++) {
      int[] tokens = random.ints(random.nextInt(2, longest + 1), 0, config.vocabulary()).toArray();
      batch.add(new Sequence(tokens, random.nextInt(1, tokens.length)));
    }
    return batch;
  }
}
