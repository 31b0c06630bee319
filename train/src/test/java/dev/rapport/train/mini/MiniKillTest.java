package dev.rapport.train.mini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.train.run.JsonFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a run whose process was killed in the middle of its work. */
final class MiniKillTest {
  private static final int KILLED = 137;
  private static final MiniSpec SPEC =
      new MiniSpec(1, 1, 4, 4, 16, 1, 2, 40, 4e-3, 8, 40, 2, 4, 5e-4, 1e-3, 8, "java");

  @TempDir private Path folder;

  @Test
  void killedTwice_endsWithTheSameMetricsAndWeights() throws Exception {
    Path whole = folder.resolve("whole");
    List<MiniResult> expected = run(whole);
    Path cut = folder.resolve("cut");
    JsonFile.write(cut.resolve("spec.json"), SPEC);
    killAt(cut, "sft 13");
    killAt(cut, "page 7");
    assertThat(cut.resolve("seed-1/page/metrics.jsonl")).exists();
    assertThat(cut.resolve("seed-1/result.json")).doesNotExist();
    assertThat(JsonFile.text(run(cut), true)).isEqualTo(JsonFile.text(expected, true));
    assertThat(files(cut)).isEqualTo(files(whole));
    for (String file : files(whole)) {
      if (file.endsWith("speed.jsonl")) {
        continue; // how long it took is nobody's to repeat
      }
      assertThat(cut.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
    }
  }

  private static List<MiniResult> run(Path folder) {
    return MiniRun.run(
        folder, SPEC, MiniProcess.source(1), (seed, stage, step, steps, value, speed, left) -> {});
  }

  /** Runs in a process of its own, and kills it once a step is told. */
  private static void killAt(Path folder, String step) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MiniProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader told = process.inputReader()) {
      assertThat(told.lines().anyMatch(step::equals)).as("got to " + step).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).isEqualTo(KILLED);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
