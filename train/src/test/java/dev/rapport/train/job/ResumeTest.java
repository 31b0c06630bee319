package dev.rapport.train.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.ChatMessage;
import dev.rapport.train.grpo.GrpoConfig;
import dev.rapport.train.grpo.GrpoMetrics;
import dev.rapport.train.grpo.Rate;
import dev.rapport.train.java.JavaEngine;
import dev.rapport.train.java.JavaEngines;
import dev.rapport.train.model.Family;
import dev.rapport.train.model.LoraConfig;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.EngineConfig;
import dev.rapport.train.policy.EngineSource;
import dev.rapport.train.policy.Speed;
import dev.rapport.train.tokenizer.CharTokenizer;
import dev.rapport.train.tokenizer.CharTokenizerJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that are stopped in the middle end with the bytes of those that are not. */
final class ResumeTest {
  private static final String ALPHABET = "abcdefgh";
  private static final CharTokenizer LETTERS = CharTokenizer.of(ALPHABET);
  private static final ModelConfig SHAPE =
      new ModelConfig(Family.QWEN3, 12, 16, 24, 1, 2, 1, 8, 64, 1e-6, 10_000, true, List.of(1));
  private static final int STEPS = 7;

  @TempDir private Path folder;
  private Path model;

  @BeforeEach
  void start() throws IOException {
    model = folder.resolve("start");
    try (var engine = JavaEngine.random(SHAPE, 1, 1)) {
      engine.save(model);
    }
    CharTokenizerJson.write(model, ALPHABET);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void sft(int rank) throws IOException {
    Path data = folder.resolve("data.jsonl");
    Files.writeString(
        data,
        """
        {"messages":[{"role":"user","content":"ab"},{"role":"assistant","content":"cab"}]}
        {"messages":[{"role":"user","content":"fg"},{"role":"assistant","content":"hhh"}]}
        {"messages":[{"role":"user","content":"h"},{"role":"assistant","content":"a"}]}
        """);
    LoraConfig lora = rank == 0 ? LoraConfig.NONE : new LoraConfig(rank, 4, LoraConfig.ALL);
    var spec =
        new SftSpec(
            model.toString(),
            data.toString(),
            "d",
            STEPS,
            2,
            1e-2,
            2,
            64,
            lora,
            rank > 0,
            3,
            2,
            "java");

    SftJob.run(folder.resolve("whole"), spec, source(1), (done, total, metrics, speed) -> {});
    assertThatThrownBy(
            () -> SftJob.run(folder.resolve("cut"), spec, source(2), ResumeTest::stopAtFive))
        .hasMessage("stopped");
    SftJob.run(folder.resolve("cut"), spec, source(2), (done, total, metrics, speed) -> {});

    assertSame();
  }

  @Test
  void grpo() throws IOException {
    grpo("whole", (done, total, metrics, speed) -> {});
    assertThatThrownBy(() -> grpo("cut", ResumeTest::stopAtFive)).hasMessage("stopped");
    grpo("cut", (done, total, metrics, speed) -> {});

    assertSame();
    assertThat(folder.resolve("cut/tries.jsonl"))
        .hasSameTextualContentAs(folder.resolve("whole/tries.jsonl"))
        .content()
        .hasLineCount(STEPS);
    assertThat(folder.resolve("cut/report.html")).content().contains("7 steps", "question b");
    assertThat(Files.readAllLines(folder.resolve("whole/metrics.jsonl")))
        .anyMatch(line -> !line.contains("\"gradientNorm\":0.0,"));
  }

  private void grpo(String name, JobListener<GrpoMetrics> listener) {
    var job =
        new GrpoJob(
            model, GrpoConfig.DEFAULT.withBatch(2, 4), new Rate(1e-2, 0), STEPS, 5, source(1), 2);
    job.run(
        folder.resolve(name),
        LETTERS,
        step -> List.of(task("a"), task("b")),
        (task, rollout) -> rollout.answer().words().length % 2,
        listener);
  }

  private static EngineSource source(int threads) {
    return new EngineSource(new JavaEngines(), EngineConfig.onThreads(threads), System::nanoTime);
  }

  private static TextTask<Wording> task(String id) {
    return new TextTask<>(new Echo(id), LETTERS, 6, 4, 64);
  }

  /** One chunk, and a page that is shown as it was written. */
  private record Echo(String id) implements Wording {
    @Override
    public int updates() {
      return 1;
    }

    @Override
    public List<ChatMessage> update(int chunk, String page) {
      return List.of(ChatMessage.user(id + "cd" + page));
    }

    @Override
    public List<ChatMessage> answer(String page) {
      return List.of(ChatMessage.user(page + id));
    }
  }

  private static void stopAtFive(int done, int total, Object metrics, Speed speed) {
    if (done == 5) {
      throw new IllegalStateException("stopped");
    }
  }

  private void assertSame() {
    for (String file : List.of("metrics.jsonl", "model/model.safetensors", "model/config.json")) {
      assertThat(folder.resolve("cut").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
    }
  }
}
