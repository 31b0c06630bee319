package dev.rapport.train.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rapport.train.java.JavaEngine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What we save is laid out as what we were given, read by a program that shares nothing with us.
 */
final class LayoutTest {
  private static final long SMALL_SHARD = 4_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"tiny-qwen2, F32", "tiny-qwen2, BF16", "tiny-qwen3, F32", "tiny-qwen3, BF16"})
  void savedModels_haveTheLayoutOfTheirStart(String fixture, Dtype dtype)
      throws IOException, InterruptedException, URISyntaxException {
    Path start = fixture(fixture);
    Path whole = folder.resolve("whole");
    Path sharded = folder.resolve("sharded");
    try (var engine = JavaEngine.load(start, 1)) {
      SafetensorsWriter.write(whole, engine.tensors(), dtype, SafetensorsWriter.SHARD_BYTES);
      SafetensorsWriter.write(sharded, engine.tensors(), dtype, SMALL_SHARD);
    }
    ModelConfig.read(start).write(whole, dtype);
    ModelConfig.read(start).write(sharded, dtype);

    assertThat(compare(start, whole, dtype)).startsWith("same layout");
    assertThat(compare(start, sharded, dtype)).startsWith("same layout");
    assertThat(sharded.resolve("model.safetensors.index.json")).exists();
  }

  private static Path fixture(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(JavaEngine.class.getResource(name)).toURI());
  }

  private String compare(Path start, Path saved, Dtype dtype)
      throws IOException, InterruptedException {
    Path script = folder.resolve("layout.py");
    if (!Files.exists(script)) {
      try (var in = LayoutTest.class.getResourceAsStream("layout.py")) {
        Files.copy(Objects.requireNonNull(in), script);
      }
    }
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "python3", script.toString(), start.toString(), saved.toString(), dtype.name())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeThat(false).as("no python3: %s", e.getMessage()).isTrue();
      throw e;
    }
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }
}
