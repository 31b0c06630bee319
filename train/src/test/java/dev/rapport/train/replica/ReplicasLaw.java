package dev.rapport.train.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.train.ReplicaLostException;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.model.Safetensors;
import dev.rapport.train.model.TensorShapes;
import dev.rapport.train.policy.Alone;
import dev.rapport.train.policy.Engines;
import dev.rapport.train.policy.Seat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the processes of a run, whatever adds up between them. */
@Timeout(240)
public abstract class ReplicasLaw {
  /** Of all that steps tell; relative, absolute below 1. Found: 3e-7. */
  private static final double ROUNDING = 1e-5;

  /** Of every weight at the end. Found: 6e-8. */
  private static final float WEIGHT = 1e-6f;

  private final Engines engines;
  private final List<Process> others = new ArrayList<>();
  @TempDir private Path folder;

  protected ReplicasLaw(Engines engines) {
    this.engines = engines;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void severalProcesses_learnWhatOneDoes_andHoldTheSameBits(int size) throws Exception {
    Lesson.Told alone = Lesson.learn(engines, Alone.ALONE, folder.resolve("alone"), step -> {});
    Lesson.Told together = learn(size, -1);

    assertClose(together.sft(), alone.sft());
    assertClose(together.grpo(), alone.grpo());
    assertThat(alone.grpo()).anyMatch(step -> step.gradientNorm() > 0 && step.kl() > 0);
    assertWeightsAreClose();
    for (int rank = 1; rank < size; rank++) {
      assertThat(others.get(rank - 1).waitFor()).as(said()).isZero();
      assertThat(folder.resolve(rank + "/model.safetensors"))
          .hasSameBinaryContentAs(folder.resolve("0/model.safetensors"));
    }
  }

  @Test
  void whenOneDies_theOthersEndAndSayWhy() throws Exception {
    assertThatThrownBy(() -> learn(3, 3))
        .isInstanceOf(ReplicaLostException.class)
        .hasMessageContaining("is gone");
    for (Process other : others) {
      assertThat(other.waitFor()).isNotZero();
    }
    assertThat(said()).contains("ReplicaLostException");
  }

  /** The first in this process, the others each in one of its own. */
  private Lesson.Told learn(int size, int lastStepOfOne) {
    try (var replicas =
        engines.join(
            new Seat(0, size, "127.0.0.1", 0),
            port -> {
              for (int rank = 1; rank < size; rank++) {
                Path model = folder.resolve(Integer.toString(rank));
                int last = rank == 1 ? lastStepOfOne : -1;
                others.add(ReplicaProcess.start(engines.name(), rank, size, port, model, last));
              }
            })) {
      return Lesson.learn(engines, replicas, folder.resolve("0"), step -> {});
    }
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }

  private static void assertClose(List<?> actual, List<?> expected) {
    var mapper = new ObjectMapper();
    assertThat(actual).hasSameSizeAs(expected);
    for (int step = 0; step < expected.size(); step++) {
      JsonNode found = mapper.valueToTree(actual.get(step));
      JsonNode wanted = mapper.valueToTree(expected.get(step));
      for (var field : wanted.properties()) {
        double value = field.getValue().asDouble();
        assertThat(found.path(field.getKey()).asDouble())
            .as("%s of step %d", field.getKey(), step)
            .isCloseTo(value, within(ROUNDING * Math.max(1, Math.abs(value))));
      }
    }
  }

  private void assertWeightsAreClose() {
    try (var alone = Safetensors.open(folder.resolve("alone"));
        var together = Safetensors.open(folder.resolve("0"))) {
      TensorShapes.of(ModelConfig.read(folder.resolve("0")))
          .forEach(
              (name, shape) ->
                  assertThat(together.floats(name, shape))
                      .as(name)
                      .containsExactly(alone.floats(name, shape), within(WEIGHT)));
    }
  }

  @AfterEach
  void end() {
    others.forEach(Process::destroyForcibly);
  }
}
