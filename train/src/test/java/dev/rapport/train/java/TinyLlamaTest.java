package dev.rapport.train.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.train.policy.Sequence;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The tiny Llama of MemAgent's arithmetic test, whose logits two other implementations agree on.
 * Its folder is named by the environment, as its weights are not ours to ship.
 */
@EnabledIfEnvironmentVariable(named = "RAPPORT_TINY_LLAMA", matches = ".+")
final class TinyLlamaTest {
  private static final float[] LOGITS = {
    -.27736f, .12963f, -.37518f, -.14722f, -.22957f, -.41661f, -.55735f, .24529f, -.17816f, .00766f,
    -.18385f, -.15962f, -.20925f, .06507f, -.03239f, -.16761f
  };

  @Test
  void logits_areTheGoldenOnes() {
    try (var engine = load()) {
      float[] logits = engine.logits(new int[] {11, 14, 12, 15, 13, 14, 7, 0});
      for (int i = 0; i < LOGITS.length; i++) {
        assertThat(logits[i]).as("token %d", i).isCloseTo(LOGITS[i], within(1e-5f));
      }
    }
  }

  @Test
  void promptLikelihoods_areTheGoldenOnes() {
    try (var engine = load()) {
      assertThat(likelihood(engine, 11, 14, 12, 15, 13, 14, 7, 0))
          .isCloseTo(-19.254028, within(1e-4));
      assertThat(likelihood(engine, 4, 14, 4, 15, 13, 14, 4, 0))
          .isCloseTo(-19.524549, within(1e-4));
    }
  }

  private static double likelihood(JavaEngine engine, int... tokens) {
    float[] scores = engine.logProbs(List.of(new Sequence(tokens, 1)), 1)[0];
    return Sums.of(scores, 0, scores.length);
  }

  private static JavaEngine load() {
    return JavaEngine.load(Path.of(System.getenv("RAPPORT_TINY_LLAMA")), 2);
  }
}
