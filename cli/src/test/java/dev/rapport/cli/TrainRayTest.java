package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.fakeserver.ray.FakeRay;
import dev.rapport.fakeserver.ray.FakeRay.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jobs by command, against a fake of Ray's dashboard. */
@Timeout(120)
final class TrainRayTest {
  private static final String STEP = "step:40 - critic/rewards/mean:0.625 - perf/throughput:900\n";

  @TempDir private Path folder;
  private Rig rig;

  @BeforeEach
  void write() throws IOException {
    rig = new Rig(folder);
    Path job = Files.createDirectories(folder.resolve("job"));
    Files.writeString(job.resolve("launch.sh"), "exit 0\n");
    Files.writeString(job.resolve("manifest.json"), "{\"plan\":{\"stepsPerEpoch\":40}}");
  }

  @Test
  void aJobThatSucceeds_isSubmittedAndWatched() throws IOException {
    try (var ray = FakeRay.start(List.of(Scene.of("RUNNING", ""), Scene.of("SUCCEEDED", STEP)))) {
      Rig.Result result =
          run(ray, "submit", "--job", "job", "--nodes-see", "/shared/job", "--id", "people-1");

      assertThat(result.status()).as(result.err()).isZero();
      assertThat(result.err()).contains("train watch people-1");
      JsonNode told = Json.parse(result.out());
      assertThat(told.path("id").asText()).isEqualTo("people-1");
      assertThat(told.path("status").asText()).isEqualTo("SUCCEEDED");
      assertThat(told.path("step").asInt()).isEqualTo(40);
      assertThat(told.path("steps").asInt()).isEqualTo(40);
      assertThat(told.path("reward").asDouble()).isEqualTo(0.625);
      assertThat(ray.submitted().getFirst().path("entrypoint").asText())
          .isEqualTo("sh '/shared/job/launch.sh'");
    }
  }

  @Test
  void aJobThatFails_endsWithOneAndItsLastWords() {
    Scene failed = new Scene(200, "FAILED", "exit code 1", STEP + "CUDA out of memory\n");
    try (var ray = FakeRay.start(List.of(Scene.of("PENDING", ""), failed))) {
      assertThat(run(ray, "submit", "--job", "job", "--id", "a", "--detach").status()).isZero();

      Rig.Result watched = rig.run("train", "watch", "a", "--ray", ray.url().toString());

      assertThat(watched.status()).isEqualTo(1);
      assertThat(watched.out()).contains("FAILED at step 40, reward 0.625", "exit code 1");
      assertThat(watched.err()).contains("CUDA out of memory");
    }
  }

  @Test
  void aJob_isStopped() throws IOException {
    try (var ray = FakeRay.start(List.of(Scene.of("RUNNING", "")))) {
      run(ray, "submit", "--job", "job", "--id", "a", "--detach");

      Rig.Result stopped = run(ray, "stop", "a");

      assertThat(stopped.status()).isZero();
      assertThat(Json.parse(stopped.out()).path("status").asText()).isEqualTo("STOPPED");
      assertThat(run(ray, "stop", "b").err()).contains("404", "b does not exist");
    }
  }

  @Test
  void aFinishedJob_givesAModelThatAnswers() throws IOException {
    TinyModel.write(
        folder.resolve("job/checkpoints/global_step_40/actor/huggingface"), "tiny-qwen3", 4096);

    Rig.Result taken = rig.run("train", "import", "--job", "job", "--out", "people", "--json");

    assertThat(taken.status()).as(taken.err()).isZero();
    assertThat(Json.parse(taken.out()).path("step").asInt()).isEqualTo(40);
    assertThat(rig.run("ask", "say tea", "--model", "local:people").status()).isZero();
    assertThat(rig.run("train", "import", "--job", "job", "--out", "people").err())
        .contains("not empty");
  }

  @Test
  void givenWrongUsage_theMessageSaysWhatIsRight() {
    assertThat(rig.run("train", "watch", "a", "--ray", "localhost:8265").err())
        .contains("localhost:8265", "http://127.0.0.1:8265");
    assertThat(rig.run("train", "watch", "../a").status()).isEqualTo(2);
    assertThat(rig.run("train", "submit", "--job", "elsewhere").err()).contains("manifest.json");
  }

  private Rig.Result run(FakeRay ray, String verb, String... more) {
    String[] line = new String[more.length + 7];
    System.arraycopy(more, 0, line, 2, more.length);
    line[0] = "train";
    line[1] = verb;
    int at = more.length + 2;
    for (String word : List.of("--ray", ray.url().toString(), "--poll", "1", "--json")) {
      line[at++] = word;
    }
    return rig.run(line);
  }
}
