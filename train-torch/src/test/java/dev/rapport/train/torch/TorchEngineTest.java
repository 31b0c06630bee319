package dev.rapport.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.train.java.JavaEngine;
import dev.rapport.train.java.Small;
import dev.rapport.train.model.Family;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.model.Tensor;
import dev.rapport.train.policy.Generated;
import dev.rapport.train.policy.LossGradient;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.Prompt;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.policy.Sequence;
import dev.rapport.train.policy.StepConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The engine on libtorch against the one in plain Java. */
final class TorchEngineTest {
  private static final LossGradient LIKELIHOOD =
      (row, logProbs, gradient) -> {
        double loss = 0;
        for (int t = 0; t < logProbs.length; t++) {
          gradient[t] = -1f / (t + 1 + row);
          loss += gradient[t] * logProbs[t];
        }
        return loss;
      };

  static Stream<ModelConfig> configs() {
    return Small.configs();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void lossAndGradientNorms_areThoseOfTheOtherEngine(ModelConfig config) {
    List<Sequence> batch = Small.batch(config, 7, 40, 1);
    try (var plain = JavaEngine.random(config, 3, 2)) {
      for (TorchOptions options :
          List.of(
              TorchOptions.cpu(1),
              TorchOptions.cpu(2).withTokens(100),
              TorchOptions.cpu(2).withCheckpointing(true))) {
        try (var torch = TorchEngine.of(config, plain.tensors(), options);
            var fresh = JavaEngine.random(config, 3, 2)) {
          assertClose(torch.logProbs(batch, 0.8), fresh.logProbs(batch, 0.8), 2e-6);
          for (int step = 0; step < 4; step++) {
            double expected = fresh.accumulate(batch, 0.8, LIKELIHOOD);
            assertThat(torch.accumulate(batch, 0.8, LIKELIHOOD))
                .isCloseTo(expected, within(1e-4 * Math.abs(expected)));
            double norm = fresh.step(StepConfig.atRate(1e-3)).gradientNorm();
            assertThat(torch.step(StepConfig.atRate(1e-3)).gradientNorm())
                .isCloseTo(norm, within(1e-4 * norm));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void everyWeight_movesAsInTheOtherEngine(ModelConfig config) {
    List<Sequence> batch = Small.batch(config, 5, 30, 2);
    var once = new StepConfig(1e-2, 0, 0, 1, 0, 1e9); // moves by the gradient itself, almost
    try (var plain = JavaEngine.random(config, 4, 1);
        var torch = TorchEngine.of(config, plain.tensors(), TorchOptions.cpu(2))) {
      plain.accumulate(batch, 1, LIKELIHOOD);
      torch.accumulate(batch, 1, LIKELIHOOD);
      plain.step(once);
      torch.step(once);

      List<Tensor> mine = torch.tensors();
      for (int i = 0; i < mine.size(); i++) {
        float[] expected = plain.tensors().get(i).values();
        for (int j = 0; j < expected.length; j++) {
          assertThat(mine.get(i).values()[j])
              .as("%s[%d]", mine.get(i).name(), j)
              .isCloseTo(expected[j], within(1e-6f));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void replies_areThoseOfTheOtherEngine(ModelConfig config) {
    var random = new SplittableRandom(5);
    List<Prompt> prompts =
        IntStream.range(0, 9)
            .mapToObj(
                i ->
                    new Prompt(
                        random.ints(random.nextInt(1, 20), 0, config.vocabulary()).toArray(),
                        random.nextInt(1, 30),
                        i))
            .toList();
    var sampling = new Sampling(0.9, 0.95, Set.of(1, 2));
    try (var plain = JavaEngine.random(config, 6, 2);
        var torch = TorchEngine.of(config, plain.tensors(), TorchOptions.cpu(2))) {
      List<Generated> expected = plain.generate(prompts, sampling);
      List<Generated> actual = torch.generate(prompts, sampling);

      for (int i = 0; i < prompts.size(); i++) {
        assertThat(actual.get(i).tokens()).containsExactly(expected.get(i).tokens());
        assertThat(actual.get(i).logProbs())
            .containsExactly(expected.get(i).logProbs(), within(1e-5f));
        assertThat(actual.get(i).stopped()).isEqualTo(expected.get(i).stopped());
      }
    }
  }

  @Test
  void inBf16_itLearnsToo() {
    ModelConfig config = Small.config(Family.QWEN3, 4, 2, 16, true);
    List<Sequence> batch = Small.batch(config, 6, 20, 7);
    try (var plain = JavaEngine.random(config, 8, 1);
        var torch = TorchEngine.of(config, plain.tensors(), TorchOptions.cpu(2).withBf16(true))) {
      assertClose(torch.logProbs(batch, 1), plain.logProbs(batch, 1), 0.05);
      double before = torch.accumulate(batch, 1, LIKELIHOOD);
      torch.step(StepConfig.atRate(1e-2));
      for (int step = 0; step < 60; step++) {
        torch.accumulate(batch, 1, LIKELIHOOD);
        torch.step(StepConfig.atRate(1e-2));
      }
      assertThat(torch.accumulate(batch, 1, LIKELIHOOD)).isLessThan(before / 4);
    }
  }

  @Test
  void givenACheckpoint_whenRestored_learningGoesOnWithTheSameBits(@TempDir Path folder) {
    ModelConfig config = Small.config(Family.QWEN3, 4, 2, 10, false);
    try (var start = JavaEngine.random(config, 9, 1);
        var engine = TorchEngine.of(config, start.tensors(), TorchOptions.cpu(2));
        var other = TorchEngine.of(config, start.tensors(), TorchOptions.cpu(2))) {
      train(engine, config, 0, 3);
      engine.checkpoint(folder);
      train(engine, config, 3, 6);
      other.restore(folder);
      train(other, config, 3, 6);

      for (int i = 0; i < engine.tensors().size(); i++) {
        assertThat(other.tensors().get(i).values())
            .containsExactly(engine.tensors().get(i).values());
      }
      try (var plain = JavaEngine.random(config, 1, 1)) {
        plain.restore(folder); // the engines read each other's checkpoints
        assertThat(plain.config()).isEqualTo(config);
      }
    }
  }

  @Test
  void givenAFrozenCopy_whenTheModelLearns_theCopyStays(@TempDir Path folder) {
    ModelConfig config = Small.config(Family.QWEN2, 4, 2, 6, false);
    try (var start = JavaEngine.random(config, 10, 1);
        var engine = TorchEngine.of(config, start.tensors(), TorchOptions.cpu(1));
        var frozen = engine.freeze()) {
      List<Sequence> batch = Small.batch(config, 3, 20, 1);
      float[][] before = frozen.logProbs(batch, 1);
      train(engine, config, 0, 2);

      assertThat(frozen.logProbs(batch, 1)).isDeepEqualTo(before);
      engine.save(folder);
      try (var loaded = TorchEngine.load(folder, TorchOptions.cpu(1))) {
        assertClose(loaded.logProbs(batch, 1), engine.logProbs(batch, 1), 0);
      }
    }
  }

  /** Native memory is freed step by step, not when a collector comes by. */
  @Test
  void overHundredsOfSteps_memoryStaysFlat() throws IOException {
    ModelConfig config = Small.config(Family.QWEN3, 4, 2, 16, true);
    try (var start = JavaEngine.random(config, 11, 1);
        var engine = TorchEngine.of(config, start.tensors(), TorchOptions.cpu(2));
        var sparing =
            TorchEngine.of(config, start.tensors(), TorchOptions.cpu(1).withCheckpointing(true))) {
      List<Sequence> batch = Small.batch(config, 8, 60, 1);
      var sampling = new Sampling(1, 1, Set.of());
      long before = 0;
      for (int step = 0; step < 200; step++) {
        engine.accumulate(batch, 1, LIKELIHOOD);
        engine.step(StepConfig.atRate(1e-3));
        sparing.accumulate(batch, 1, LIKELIHOOD);
        sparing.step(StepConfig.atRate(1e-3));
        if (step % 10 == 0) {
          engine.generate(List.of(new Prompt(new int[] {1, 2}, 10, step)), sampling);
        }
        if (step == 100) {
          before = residentKilobytes();
        }
      }
      assertThat(residentKilobytes() - before).as("growth in KiB").isLessThan(40_000);
    }
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static void train(PolicyEngine engine, ModelConfig config, int from, int to) {
    for (int step = from; step < to; step++) {
      engine.accumulate(Small.batch(config, 6, 40, step), 1, LIKELIHOOD);
      engine.step(StepConfig.atRate(1e-2));
    }
  }

  private static void assertClose(float[][] actual, float[][] expected, double distance) {
    assertThat(actual.length).isEqualTo(expected.length);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i].length).isEqualTo(expected[i].length);
      for (int t = 0; t < actual[i].length; t++) {
        assertThat((double) actual[i][t])
            .as("%d, %d of %s", i, t, Arrays.toString(expected[i]))
            .isCloseTo(expected[i][t], within(distance));
      }
    }
  }
}
