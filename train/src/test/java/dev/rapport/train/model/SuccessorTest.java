package dev.rapport.train.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.train.java.JavaEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SuccessorTest {
  private static final ModelConfig SHAPE =
      new ModelConfig(Family.QWEN2, 12, 16, 24, 2, 4, 2, 4, 64, 1e-6, 10_000, false, List.of(1));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void givenNothingLearned_theFilesAreThoseOfTheStart(Dtype dtype) throws IOException {
    Path from = start(dtype);
    Path learned = folder.resolve("learned");
    try (var engine = JavaEngine.load(from, 1)) {
      engine.save(learned);
    }

    Path model = folder.resolve("model");
    Successor.write(from, learned, model);

    for (String file :
        List.of("model.safetensors", "config.json", "generation_config.json", "LICENSE")) {
      assertThat(model.resolve(file)).hasSameBinaryContentAs(from.resolve(file));
    }
    assertThat(model.resolve("notes.txt")).doesNotExist();
  }

  @Test
  void whatWasLearned_isRoundedToTheNearestOfItsType() throws IOException {
    var shape = List.of(4);
    Path from = folder.resolve("start");
    Path learned = folder.resolve("learned");
    var zeros = new Tensor("w", shape, new float[4]);
    SafetensorsWriter.write(from, List.of(zeros), Dtype.BF16, SafetensorsWriter.SHARD_BYTES);
    float step = 1 / 128f; // of bf16 above 1
    var values = new float[] {1 + step / 2, 1 + 1.5f * step, 1 + 0.49f * step, 1 + 0.51f * step};
    var now = new Tensor("w", shape, values);
    SafetensorsWriter.write(learned, List.of(now), Dtype.F32, SafetensorsWriter.SHARD_BYTES);

    Path model = folder.resolve("model");
    Successor.write(from, learned, model);

    try (var weights = Safetensors.open(model)) {
      assertThat(weights.info("w").dtype()).isEqualTo(Dtype.BF16);
      assertThat(weights.floats("w", shape)).containsExactly(1, 1 + 2 * step, 1, 1 + step);
    }
  }

  /** Matrices in the type, norms in 32 bits: a model may mix. */
  private Path start(Dtype dtype) throws IOException {
    Path from = folder.resolve("start");
    try (var engine = JavaEngine.random(SHAPE, 1, 1)) {
      List<Outgoing> tensors =
          engine.tensors().stream()
              .map(it -> Outgoing.of(it, it.shape().size() == 1 ? Dtype.F32 : dtype))
              .toList();
      SafetensorsWriter.write(from, tensors, SafetensorsWriter.SHARD_BYTES);
    }
    SHAPE.write(from, dtype);
    for (String file : List.of("generation_config.json", "LICENSE", "notes.txt")) {
      Files.writeString(from.resolve(file), "{\"temperature\": 0.7}\n");
    }
    return from;
  }
}
