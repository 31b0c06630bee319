package dev.rapport.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.train.policy.StepConfig;
import dev.rapport.train.policy.TimedEngine;
import dev.rapport.train.sft.Example;
import dev.rapport.train.sft.Sft;
import dev.rapport.train.tabular.TabularEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StageTest {
  @TempDir private Path folder;

  @Test
  void givenAStopBetweenCheckpoints_endsWithTheSameBytes() throws IOException {
    run(folder.resolve("whole"), 10, 99);
    assertThatThrownBy(() -> run(folder.resolve("cut"), 10, 7)).hasMessage("stopped at 7");
    run(folder.resolve("cut"), 10, 99);
    assertThat(folder.resolve("cut/metrics.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("whole/metrics.jsonl"));
    assertThat(folder.resolve("cut/checkpoint-10/table.txt"))
        .hasSameBinaryContentAs(folder.resolve("whole/checkpoint-10/table.txt"));
    try (var left = Files.list(folder.resolve("cut"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("metrics.jsonl", "speed.jsonl", "checkpoint-10");
    }
  }

  @Test
  void givenAKillWhileWriting_startsFromWhatWasWhole() throws IOException {
    assertThatThrownBy(() -> run(folder, 10, 7)).hasMessage("stopped at 7");
    Files.createDirectories(folder.resolve("fresh"));
    Files.writeString(folder.resolve("fresh/table.txt"), "[9]=half");
    Files.writeString(folder.resolve("metrics.jsonl"), "{\"loss\":", StandardOpenOption.APPEND);
    run(folder, 10, 99);
    assertThat(Files.readAllLines(folder.resolve("metrics.jsonl"))).hasSize(10);
  }

  @Test
  void whenDone_makesNoStepMore() {
    run(folder, 4, 99);
    var stage = new Stage(folder, 4, 4);
    assertThat(stage.isDone()).isTrue();
    stage.run(
        new TimedEngine(new TabularEngine(4), () -> 0),
        step -> {
          throw new IllegalStateException("step " + step);
        },
        (step, metrics, speed) -> {});
  }

  private static void run(Path folder, int steps, int stopAt) {
    var policy = new TabularEngine(4);
    var sft = new Sft(policy);
    LongFunction<?> work =
        step -> {
          if (step == stopAt) {
            throw new IllegalStateException("stopped at " + step);
          }
          int next = (int) step % 4;
          return sft.step(
              List.of(Example.of(new int[] {9}, new int[] {next})), StepConfig.atRate(.3));
        };
    new Stage(folder, steps, 4)
        .run(new TimedEngine(policy, () -> 0), work, (step, metrics, speed) -> {});
  }
}
