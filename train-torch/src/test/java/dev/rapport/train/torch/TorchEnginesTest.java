package dev.rapport.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.rapport.train.TrainException;
import dev.rapport.train.java.Small;
import dev.rapport.train.model.Family;
import dev.rapport.train.model.LoraConfig;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.EngineConfig;
import dev.rapport.train.policy.Engines;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.Sequence;
import java.util.List;
import java.util.ServiceLoader;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class TorchEnginesTest {
  private static final ModelConfig SHAPE = Small.config(Family.QWEN3, 4, 2, 16, true);
  private static final List<Sequence> BATCH = Small.batch(SHAPE, 3, 12, 7);

  @Test
  void givenTheServices_whenLoaded_thenEachHasItsName() {
    assertThat(ServiceLoader.load(Engines.class).stream().map(one -> one.get().name()))
        .containsExactly("torch", "torch-bf16", "torch-cuda");
  }

  @Test
  void givenBf16_whenScored_thenNearTheSameInFull() {
    try (PolicyEngine full = engine("torch");
        PolicyEngine half = engine("torch-bf16")) {
      float[] expected = full.logProbs(BATCH, 1)[0];
      float[] found = half.logProbs(BATCH, 1)[0];
      double most = 0;
      for (int i = 0; i < found.length; i++) {
        most = Math.max(most, Math.abs(found[i] - expected[i]));
      }
      assertThat(most).isBetween(1e-6, 0.05); // rounded, so not the same, but near
    }
  }

  @Test
  void givenNoGpu_whenCudaIsAskedFor_thenItSaysWhatToDo() {
    assumeFalse(torch.cuda_is_available(), "there is a GPU");

    assertThatThrownBy(() -> engine("torch-cuda"))
        .isInstanceOf(TrainException.class)
        .hasMessageContaining("finds no GPU")
        .hasMessageContaining("--engine torch");
  }

  @Test
  void givenAdapters_whenAskedFor_thenTheEngineIsNamed() {
    EngineConfig adapted =
        EngineConfig.onThreads(1).withLora(new LoraConfig(4, 8, LoraConfig.ALL), 1);

    assertThatThrownBy(() -> named("torch-bf16").random(SHAPE, 1, adapted))
        .isInstanceOf(TrainException.class)
        .hasMessageContaining("torch-bf16 has no adapters (rank 4");
  }

  private static PolicyEngine engine(String name) {
    return named(name).random(SHAPE, 8, EngineConfig.onThreads(1));
  }

  private static Engines named(String name) {
    return ServiceLoader.load(Engines.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
