package dev.rapport.train.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.train.model.Family;
import dev.rapport.train.model.LoraConfig;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.EngineConfig;
import dev.rapport.train.policy.LossGradient;
import dev.rapport.train.policy.Sequence;
import dev.rapport.train.policy.StepConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LoraTest {
  private static final LoraConfig LORA = new LoraConfig(3, 6, LoraConfig.ALL);
  private static final LossGradient LIKELIHOOD =
      (row, logProbs, gradient) -> {
        double loss = 0;
        for (int t = 0; t < logProbs.length; t++) {
          gradient[t] = -1;
          loss -= logProbs[t];
        }
        return loss;
      };

  @TempDir private Path folder;

  static Stream<ModelConfig> configs() {
    return Small.configs();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void gradient_isThatOfFiniteDifferences(ModelConfig config) {
    try (var engine = adapted(config, LORA)) {
      stir(engine);
      List<Sequence> batch = Small.batch(config, 3, 9, 2);
      engine.accumulate(batch, 1, LIKELIHOOD);

      var random = new SplittableRandom(3);
      for (Parameter p : engine.parameters().learning()) {
        int n = p.values().length;
        double norm = Math.sqrt(Sums.dot(p.gradient(), 0, p.gradient(), 0, n) / n);
        for (int probe = 0; probe < 4; probe++) {
          int i = random.nextInt(n);
          double slope =
              (loss(engine, batch, p, i, 1e-5) - loss(engine, batch, p, i, -1e-5)) / 2e-5;
          assertThat((double) p.gradient()[i])
              .as("%s[%d]", p.name(), i)
              .isCloseTo(slope, within(1e-4 * norm + 1e-6));
        }
      }
    }
  }

  /** In 64 bits, with one number of one adapter moved. */
  private static double loss(
      JavaEngine engine, List<Sequence> batch, Parameter moved, int at, double by) {
    var reference = new Reference(engine.config(), engine.parameters());
    reference.weight(moved.name())[at] += by;
    for (Parameter p : engine.parameters().all()) {
      String layer = p.name().replaceFirst("\\.weight$", "");
      if (engine.parameters().find(layer + ".lora_A.weight").isPresent()) {
        add(
            reference.weight(p.name()),
            reference.weight(layer + ".lora_A.weight"),
            reference.weight(layer + ".lora_B.weight"),
            p.shape());
      }
    }
    double loss = 0;
    for (Sequence sequence : batch) {
      double[][] scores = reference.logProbs(sequence.tokens(), 1);
      for (int t = sequence.prompt(); t < sequence.tokens().length; t++) {
        loss -= scores[t - 1][sequence.tokens()[t]];
      }
    }
    return loss;
  }

  private static void add(double[] weight, double[] a, double[] b, List<Integer> shape) {
    int in = shape.getLast();
    for (int out = 0; out < shape.getFirst(); out++) {
      for (int r = 0; r < LORA.rank(); r++) {
        for (int i = 0; i < in; i++) {
          weight[out * in + i] += LORA.scale() * b[out * LORA.rank() + r] * a[r * in + i];
        }
      }
    }
  }

  @Test
  void adaptersAtTheStart_changeNothing_andTheWeightsBelowNeverMove() {
    ModelConfig config = Small.config(Family.QWEN3, 4, 2, 10, true);
    try (var engine = adapted(config, new LoraConfig(2, 4, List.of("q_proj", "down_proj")));
        var start = engine.freeze();
        var plain = Small.engine(config, 1)) {
      List<Sequence> batch = Small.batch(config, 4, 20, 1);
      float[][] before = plain.logProbs(batch, 1);
      assertThat(engine.logProbs(batch, 1)).isDeepEqualTo(before);

      train(engine, 0, 3);

      assertThat(engine.logProbs(batch, 1)[0]).isNotEqualTo(before[0]);
      assertThat(start.logProbs(batch, 1)).isDeepEqualTo(before);
      assertThat(engine.parameters().learning()).hasSize(2 * 2 * config.layers());
      for (Parameter p : plain.parameters().all()) {
        assertThat(engine.parameters().get(p.name()).values()).containsExactly(p.values());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void savedModel_isAPlainOne_withAdaptersAddedIn(ModelConfig config) {
    int[] text = {3, 1, 4, 1, 5};
    try (var engine = adapted(config, LORA)) {
      train(engine, 0, 4);
      engine.save(folder);
      try (var plain = JavaEngine.load(folder, 1)) {
        assertThat(plain.parameters().all()).hasSameSizeAs(plain.parameters().learning());
        assertThat(plain.logits(text)).containsExactly(engine.logits(text), within(2e-4f));
      }
    }
  }

  @Test
  void givenACheckpoint_learningGoesOnWithTheSameBits() {
    ModelConfig config = Small.config(Family.QWEN2, 4, 2, 6, false);
    try (var engine = adapted(config, LORA);
        var other = adapted(config, LORA)) {
      train(engine, 0, 3);
      engine.checkpoint(folder);
      train(engine, 3, 6);

      other.restore(folder);
      train(other, 3, 6);

      for (Parameter p : engine.parameters().learning()) {
        assertThat(other.parameters().get(p.name()).values()).containsExactly(p.values());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void activationsComputedAnew_giveTheSameBits(ModelConfig config) {
    for (LoraConfig lora : List.of(LoraConfig.NONE, LORA)) {
      try (var keeping = adapted(config, lora);
          var computing =
              load(config, EngineConfig.onThreads(2).withLora(lora, 5).withRecompute(true))) {
        train(keeping, 0, 3);
        train(computing, 0, 3);
        for (Parameter p : keeping.parameters().learning()) {
          assertThat(computing.parameters().get(p.name()).values()).containsExactly(p.values());
        }
      }
    }
  }

  @Test
  void givenATargetOfNoSuchName_theNamesAreTold() {
    assertThatThrownBy(() -> new LoraConfig(4, 8, List.of("wq")))
        .hasMessageContainingAll("wq", "q_proj");
    assertThatThrownBy(() -> new LoraConfig(4, 0, LoraConfig.ALL)).hasMessageContaining("alpha");
  }

  private JavaEngine adapted(ModelConfig config, LoraConfig lora) {
    return load(config, EngineConfig.onThreads(2).withLora(lora, 5));
  }

  private JavaEngine load(ModelConfig config, EngineConfig how) {
    Path model = folder.resolve("start");
    try (var engine = Small.engine(config, 1)) {
      engine.save(model);
    }
    return JavaEngine.load(model, how);
  }

  private static void stir(JavaEngine engine) {
    var random = new SplittableRandom(12);
    for (Parameter p : engine.parameters().learning()) {
      for (int i = 0; i < p.values().length; i++) {
        p.values()[i] = (float) random.nextGaussian(0, 0.2);
      }
      p.changed();
    }
  }

  private static void train(JavaEngine engine, int from, int to) {
    for (int step = from; step < to; step++) {
      engine.accumulate(Small.batch(engine.config(), 5, 30, step), 1, LIKELIHOOD);
      engine.step(StepConfig.atRate(1e-2));
    }
  }
}
