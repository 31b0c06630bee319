package dev.rapport.train.mini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.train.TrainException;
import dev.rapport.train.run.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All parts of a miniature run; that something is learned is for real runs to show. */
final class MiniRunTest {
  private static final MiniSpec SPEC =
      new MiniSpec(1, 1, 4, 4, 16, 1, 2, 6, 4e-3, 8, 4, 2, 2, 5e-4, 1e-3, 8, "java");

  @TempDir private Path folder;

  @Test
  void givenAStop_goesOnToTheSameResult() throws IOException {
    List<MiniResult> whole = run(folder.resolve("whole"), 1, "", 0);
    assertThatThrownBy(() -> run(folder.resolve("cut"), 2, "page", 3)).hasMessage("stopped");
    List<MiniResult> cut = run(folder.resolve("cut"), 1, "", 0);
    assertThat(JsonFile.text(cut, true)).isEqualTo(JsonFile.text(whole, true));
    for (String file :
        List.of("sft/metrics.jsonl", "page/metrics.jsonl", "page/model/model.safetensors")) {
      assertThat(folder.resolve("cut/seed-1").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("whole/seed-1").resolve(file));
    }
    Path report = MiniReport.write(folder.resolve("cut"), SPEC, cut, "the command");
    assertThat(Files.readString(report))
        .contains(
            "<svg", "GRPO, page", "credit to the answer only", "the command", "true in the end")
        .doesNotContain("http://", "https://", "<script");
  }

  @Test
  void givenTheFolderOfAnotherSpec_refuses() {
    JsonFile.write(folder.resolve("spec.json"), SPEC.withSteps(77));
    assertThatThrownBy(() -> run(folder, 1, "", 0))
        .isInstanceOf(TrainException.class)
        .hasMessageContaining("77");
  }

  private static List<MiniResult> run(Path folder, int threads, String stopIn, int stopAt) {
    return MiniRun.run(
        folder,
        SPEC,
        MiniProcess.source(threads),
        (seed, stage, step, steps, value, speed, left) -> {
          if (stage.equals(stopIn) && step == stopAt) {
            throw new IllegalStateException("stopped");
          }
        });
  }
}
