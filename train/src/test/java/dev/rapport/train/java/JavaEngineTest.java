package dev.rapport.train.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.train.model.Family;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.Generated;
import dev.rapport.train.policy.LossGradient;
import dev.rapport.train.policy.Prompt;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.policy.Sequence;
import dev.rapport.train.policy.StepConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JavaEngineTest {
  private static final LossGradient LIKELIHOOD =
      (row, logProbs, gradient) -> {
        double loss = 0;
        for (int t = 0; t < logProbs.length; t++) {
          gradient[t] = -1;
          loss -= logProbs[t];
        }
        return loss;
      };
  private static final Sampling WARM = new Sampling(0.9, 1, Set.of(1));

  static Stream<ModelConfig> configs() {
    return Small.configs();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void whatWasGenerated_isScoredWithTheSameBits(ModelConfig config) {
    try (var engine = Small.engine(config, 2)) {
      List<Prompt> prompts = prompts(config, 9);

      List<Generated> replies = engine.generate(prompts, WARM);

      var sequences = new ArrayList<Sequence>();
      for (int i = 0; i < prompts.size(); i++) {
        sequences.add(joined(prompts.get(i), replies.get(i)));
      }
      float[][] scores = engine.logProbs(sequences, WARM.temperature());
      for (int i = 0; i < prompts.size(); i++) {
        assertThat(replies.get(i).logProbs()).containsExactly(scores[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void aReply_dependsOnItsPromptAndSeedAlone(ModelConfig config) {
    try (var engine = Small.engine(config, 2);
        var alone = Small.engine(config, 1)) {
      List<Prompt> prompts = prompts(config, 9);
      for (Sampling sampling :
          List.of(WARM, new Sampling(0, 1, Set.of()), new Sampling(1.5, 0.7, Set.of(1, 2)))) {
        List<Generated> together = engine.generate(prompts, sampling);
        for (int i = 0; i < prompts.size(); i++) {
          Generated single = alone.generate(List.of(prompts.get(i)), sampling).getFirst();
          assertThat(single.tokens()).containsExactly(together.get(i).tokens());
          assertThat(single.logProbs()).containsExactly(together.get(i).logProbs());
          assertThat(single.stopped()).isEqualTo(together.get(i).stopped());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void scores_dependOnTheirSequenceAlone(ModelConfig config) {
    try (var engine = Small.engine(config, 2);
        var alone = Small.engine(config, 1)) {
      List<Sequence> batch = Small.batch(config, 7, 130, 4);

      float[][] together = engine.logProbs(batch, 1);

      for (int i = 0; i < batch.size(); i++) {
        assertThat(alone.logProbs(List.of(batch.get(i)), 1)[0]).containsExactly(together[i]);
      }
    }
  }

  @Test
  void training_givesTheSameBitsOnAnyNumberOfThreads() {
    ModelConfig config = Small.config(Family.QWEN3, 4, 2, 10, true);
    List<float[]> expected = List.of();
    for (int threads : List.of(1, 2, 5)) {
      try (var engine = Small.engine(config, threads)) {
        for (int step = 0; step < 3; step++) {
          engine.accumulate(Small.batch(config, 6, 90, step), 1, LIKELIHOOD);
          engine.step(StepConfig.atRate(1e-2));
        }
        List<float[]> weights =
            engine.parameters().all().stream().map(p -> p.values().clone()).toList();
        if (!expected.isEmpty()) {
          for (int i = 0; i < weights.size(); i++) {
            assertThat(weights.get(i)).containsExactly(expected.get(i));
          }
        }
        expected = weights;
      }
    }
  }

  @Test
  void learning_bringsTheLossDown() {
    ModelConfig config = Small.config(Family.QWEN2, 4, 2, 6, false);
    try (var engine = JavaEngine.random(config, 1, 2)) {
      List<Sequence> batch = Small.batch(config, 6, 20, 5);
      double before = engine.accumulate(batch, 1, LIKELIHOOD);
      engine.step(StepConfig.atRate(1e-2));
      for (int step = 0; step < 60; step++) {
        engine.accumulate(batch, 1, LIKELIHOOD);
        engine.step(StepConfig.atRate(1e-2));
      }

      assertThat(engine.accumulate(batch, 1, LIKELIHOOD)).isLessThan(before / 10);
    }
  }

  @Test
  void givenACheckpoint_whenRestored_learningGoesOnWithTheSameBits(@TempDir Path folder) {
    ModelConfig config = Small.config(Family.QWEN3, 4, 2, 10, false);
    try (var engine = Small.engine(config, 2);
        var other = JavaEngine.random(config, 99, 1)) {
      train(engine, 0, 3);
      engine.checkpoint(folder);
      train(engine, 3, 6);

      other.restore(folder);
      train(other, 3, 6);

      assertSameWeights(other, engine);
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void givenASavedModel_whenLoaded_logitsAreTheSame(ModelConfig config) {
    var folder = temp.resolve(config.family().name());
    try (var engine = Small.engine(config, 2)) {
      engine.save(folder);
      try (var loaded = JavaEngine.load(folder, 1)) {
        assertThat(loaded.config()).isEqualTo(config);
        assertThat(loaded.logits(new int[] {3, 1, 4, 1, 5}))
            .containsExactly(engine.logits(new int[] {3, 1, 4, 1, 5}));
      }
    }
  }

  @TempDir private Path temp;

  @Test
  void givenAFrozenCopy_whenTheModelLearns_theCopyStays() {
    ModelConfig config = Small.config(Family.LLAMA, 4, 4, 6, false);
    try (var engine = Small.engine(config, 2);
        var frozen = engine.freeze()) {
      List<Sequence> batch = Small.batch(config, 3, 20, 6);
      float[][] before = frozen.logProbs(batch, 1);
      assertThat(before[0]).containsExactly(engine.logProbs(batch, 1)[0]);

      train(engine, 0, 2);

      assertThat(frozen.logProbs(batch, 1)[0]).containsExactly(before[0]);
      assertThat(engine.logProbs(batch, 1)[0]).isNotEqualTo(before[0]);
    }
  }

  @Test
  void givenAGradientThatIsNotFinite_whenStepped_nothingChanges() {
    ModelConfig config = Small.config(Family.LLAMA, 4, 4, 6, false);
    try (var engine = Small.engine(config, 1);
        var untouched = Small.engine(config, 1)) {
      engine.accumulate(
          Small.batch(config, 3, 20, 7), 1, (row, logProbs, gradient) -> gradient[0] = Float.NaN);

      var report = engine.step(StepConfig.atRate(1));

      assertThat(report.taken()).isFalse();
      assertSameWeights(engine, untouched);
      engine.accumulate(Small.batch(config, 3, 20, 7), 1, LIKELIHOOD);
      assertThat(engine.step(StepConfig.atRate(1)).taken()).isTrue();
    }
  }

  private static void train(JavaEngine engine, int from, int to) {
    for (int step = from; step < to; step++) {
      engine.accumulate(Small.batch(engine.config(), 6, 40, step), 1, LIKELIHOOD);
      engine.step(StepConfig.atRate(1e-2));
    }
  }

  private static void assertSameWeights(JavaEngine actual, JavaEngine expected) {
    List<Parameter> mine = actual.parameters().all();
    for (int i = 0; i < mine.size(); i++) {
      assertThat(mine.get(i).values()).containsExactly(expected.parameters().all().get(i).values());
    }
  }

  private static List<Prompt> prompts(ModelConfig config, int count) {
    var random = new SplittableRandom(8);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Prompt(
                    random.ints(random.nextInt(1, 70), 0, config.vocabulary()).toArray(),
                    random.nextInt(1, 60),
                    i))
        .toList();
  }

  private static Sequence joined(Prompt prompt, Generated reply) {
    int length = prompt.tokens().length;
    int[] tokens = Arrays.copyOf(prompt.tokens(), length + reply.tokens().length);
    System.arraycopy(reply.tokens(), 0, tokens, length, reply.tokens().length);
    return new Sequence(tokens, length);
  }
}
