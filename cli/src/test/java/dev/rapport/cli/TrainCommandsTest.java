package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Responder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a model of one's own, with one that is too small to learn anything. */
@Timeout(300)
final class TrainCommandsTest {
  private static final int PEOPLE = 4;

  @TempDir private Path folder;
  private Rig rig;

  @BeforeEach
  void write() throws IOException {
    rig = new Rig(folder);
    TinyModel.write(folder.resolve("tiny"), "tiny-qwen3", 8192);
    TinyModel.words(folder.resolve("words"), "tiny-qwen3", 8192);
    Path personas = Files.createDirectories(folder.resolve("personas"));
    for (int i = 1; i <= PEOPLE; i++) {
      Files.writeString(
          personas.resolve("raw_data_250101_000000_persona%d.json".formatted(i)),
          """
          {"%d": {"short_persona": "S", "stereotypical_preferences": ["Likes pie"],
            "conversations": {"chat_message": [
              {"preference": "Likes pie", "pref_type": "stereotypical_pref", "who": "self",
               "updated": false, "topic_preference": "food", "topic_query": "food",
               "conversations": [{"role": "user", "content": "Shorten: pie again, number %d."},
                                 {"role": "assistant", "content": "Pie again."}],
               "user_query": "What is for lunch?", "correct_answer": "Pie",
               "incorrect_answers": ["Soup", "Rice", "Fish"]}]}}}
          """
              .formatted(i, i));
    }
    Rig.Result built =
        rig.run(
            "data", "build", "--personas", "personas", "--context-tokens", "400", "--out", "set");
    assertThat(built.status()).as(built.err()).isZero();
    Files.writeString(
        folder.resolve("examples.jsonl"),
        """
        {"messages":[{"role":"user","content":"say tea"},{"role":"assistant","content":"tea"}]}
        {"messages":[{"role":"user","content":"say pie"},{"role":"assistant","content":"pie"}]}
        """);
  }

  @Test
  void sft_leavesAModelThatAnswers() throws IOException {
    JsonNode made = json(sft("--steps", "12"));

    assertThat(made.path("steps").asInt()).isEqualTo(12);
    assertThat(made.path("lastLoss").asDouble()).isLessThan(made.path("firstLoss").asDouble() / 2);
    assertThat(folder.resolve("sft/model")).isDirectoryContaining("glob:**tokenizer_config.json");
    assertThat(folder.resolve("sft/spec.json")).isRegularFile();
    assertThat(folder.resolve("sft/metrics.jsonl")).content().hasLineCount(12);
    byte[] weights = Files.readAllBytes(folder.resolve("sft/model/model.safetensors"));

    assertThat(json(sft("--steps", "12"))).isEqualTo(made);
    assertThat(Files.readAllBytes(folder.resolve("sft/model/model.safetensors")))
        .isEqualTo(weights);
    Rig.Result asked = rig.run("ask", "say tea", "--model", "local:sft/model");
    assertThat(asked.status()).as(asked.err()).isZero();
  }

  @Test
  void sft_byTwoProcesses_endsWhereOneDoes_andGoesOn() throws IOException {
    JsonNode alone = json(sftInto("alone", "--steps", "4"));
    JsonNode two = json(sftInto("two", "--steps", "4", "--replicas", "2"));

    assertThat(two.path("lastLoss").asDouble())
        .isCloseTo(alone.path("lastLoss").asDouble(), within(1e-5));
    assertThat(folder.resolve("two/metrics.jsonl")).content().hasLineCount(4);
    assertThat(folder.resolve("two/model/model.safetensors")).isRegularFile();
    assertThat(json(sftInto("two", "--steps", "4", "--replicas", "2"))).isEqualTo(two);
  }

  @Test
  void givenAnotherSpecInTheFolder_sftRefuses() {
    assertThat(sft("--steps", "1").status()).isZero();
    Rig.Result other = sft("--steps", "2");

    assertThat(other.status()).isEqualTo(1);
    assertThat(other.err()).contains("another spec", "steps=1", "steps=2");
  }

  @Test
  void givenABadLine_sftSaysWhere() throws IOException {
    Files.writeString(
        folder.resolve("examples.jsonl"),
        """
        {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}
        {"messages":[{"role":"assistant","content":"b"},{"role":"user","content":"a"}]}
        """);

    Rig.Result result = sft("--steps", "1");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("examples.jsonl, line 2", "end with the assistant's");
    assertThat(folder.resolve("sft")).doesNotExist();
  }

  @Test
  void grpo_writesPagesWithAdapters_andLeavesAPlainModel() throws IOException {
    JsonNode made =
        json(
            grpo(
                "--out",
                "page",
                "--steps",
                "1",
                "--chunk-tokens",
                "256",
                "--chunks",
                "1",
                "--page-tokens",
                "128",
                "--lora-rank",
                "2"));

    assertThat(made.path("steps").asInt()).isEqualTo(1);
    JsonNode step = Json.parse(Files.readString(folder.resolve("page/metrics.jsonl")));
    assertThat(step.path("updateTokens").asDouble()).isPositive();
    assertThat(step.path("trainedTokens").asLong()).isPositive();
    assertThat(Files.readString(folder.resolve("page/spec.json"))).contains("\"rank\" : 2");
    Path report = folder.resolve("page/report.html");
    assertThat(report).content().contains("GRPO, 1 step", "Groups without signal", "rank");
    Files.delete(report);
    assertThat(json(rig.run("train", "report", "--run", "page", "--json")).path("report").asText())
        .isEqualTo(report.toString());
    assertThat(report).isRegularFile();
    JsonNode exam =
        json(
            rig.run(
                "train",
                "eval",
                "--model",
                "page/model",
                "--data",
                "set",
                "--chunk-tokens",
                "256",
                "--chunks",
                "1",
                "--page-tokens",
                "128",
                "--answer-tokens",
                "8",
                "--out",
                "exam",
                "--json"));
    assertThat(exam.path("questions").asInt()).isEqualTo(1);
    assertThat(exam.path("reward").asDouble()).isBetween(0.0, 1.0);
    assertThat(folder.resolve("exam/answers.jsonl")).content().hasLineCount(1);
  }

  @Test
  void grpo_asksForWords_andPaysEachVerdictOnce() throws IOException {
    try (FakeServer server = FakeServer.start(Responder.saying("Good.\nVerdict: yes"))) {
      String[] full = judged(server, "--out", "full");
      json(grpo(full));
      int paid = server.received().size();
      JsonNode step =
          Json.parse(Files.readAllLines(folder.resolve("full/metrics.jsonl")).getFirst());
      assertThat(paid).isPositive();
      assertThat(step.path("reward").asDouble()).isPositive(); // an empty answer earns nothing
      assertThat(step.path("failedGroups").asInt()).isZero();

      json(grpo(full));
      assertThat(server.received()).hasSize(paid);
    }
  }

  @Test
  void grpo_byTwoProcesses_judgesOnce() throws IOException {
    try (FakeServer server = FakeServer.start(Responder.saying("Good.\nVerdict: yes"))) {
      json(grpo(judged(server, "--out", "alone")));
      int paid = server.received().size();
      json(grpo(judged(server, "--out", "two", "--replicas", "2")));

      assertThat(server.received()).hasSize(2 * paid);
      assertThat(step("two").path("reward")).isEqualTo(step("alone").path("reward"));
      assertThat(step("two").path("loss").asDouble())
          .isCloseTo(step("alone").path("loss").asDouble(), within(1e-5));
    }
  }

  private JsonNode step(String run) throws IOException {
    return Json.parse(Files.readAllLines(folder.resolve(run).resolve("metrics.jsonl")).getFirst());
  }

  @Test
  void givenACeilingOnCalls_theRunStopsThere_andGoesOnWithAHigherOne() throws IOException {
    try (FakeServer server = FakeServer.start(Responder.saying("Verdict: yes"))) {
      Rig.Result stopped = grpo(judged(server, "--out", "poor", "--max-calls", "1"));

      assertThat(stopped.status()).isEqualTo(1);
      assertThat(stopped.err()).contains("--max-calls");
      assertThat(server.received()).hasSize(1);
      json(grpo(judged(server, "--out", "poor", "--max-calls", "99")));
    }
  }

  @Test
  void givenJudgesThatDoNotDecide_theGroupIsLeftOut() throws IOException {
    try (FakeServer server = FakeServer.start(Responder.saying("Who am I to say."))) {
      json(grpo(judged(server, "--out", "mute")));

      JsonNode step = Json.parse(Files.readString(folder.resolve("mute/metrics.jsonl")));
      assertThat(step.path("failedGroups").asInt()).isEqualTo(1);
      assertThat(step.path("trainedTokens").asLong()).isZero();
    }
  }

  private static String[] judged(FakeServer server, String... more) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--steps",
                "1",
                "--variant",
                "fullcontext",
                "--context-tokens",
                "100",
                "--judge-model",
                server.baseUrl() + "#fake",
                "--open-share",
                "1"));
    options.addAll(List.of(more));
    return options.toArray(String[]::new);
  }

  @Test
  void givenAFolderWithoutARun_reportSaysWhatIsMissing() {
    Rig.Result result = rig.run("train", "report", "--run", "personas");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("metrics.jsonl");
  }

  @Test
  void givenAPromptThatIsTooLong_theMessageNamesTheWindow() {
    Rig.Result result =
        grpo("--out", "long", "--steps", "1", "--page-tokens", "8000", "--chunk-tokens", "400");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("window of 8192", "--page-tokens");
  }

  @Test
  void export_writesAJob() throws IOException {
    JsonNode job =
        json(
            rig.run("train", "export", "--data", "set", "--groups", "1", "--out", "job", "--json"));

    assertThat(job.path("train").asInt() + job.path("test").asInt()).isBetween(2, PEOPLE);
    assertThat(folder.resolve("job/launch.sh")).isExecutable();
    assertThat(folder.resolve("job/data/train.jsonl")).content().contains("rapport", "Pie");
    assertThat(rig.run("train", "export", "--data", "set", "--out", "job").status()).isEqualTo(1);
  }

  @Test
  void givenWrongUsage_theStatusIsTwo() {
    assertThat(grpo("--out", "x", "--open-share", "0.5").err()).contains("--judge-model");
    assertThat(grpo("--out", "x", "--open-share", "0.5").status()).isEqualTo(2);
    assertThat(grpo("--out", "x", "--variant", "fullcontext", "--query-aware").status())
        .isEqualTo(2);
    assertThat(grpo("--out", "x", "--lora-rank", "2", "--lora-targets", "wq").err())
        .contains("wq", "q_proj");
    assertThat(
            rig.run("train", "export", "--engine", "other", "--data", "set", "--out", "x").status())
        .isEqualTo(2);
    assertThat(sft("--engine", "fast").err())
        .contains("fast", "[java, torch, torch-bf16, torch-cuda]");
    Rig.Result absent = sft("--engine", "torch");
    assertThat(absent.status()).isEqualTo(1);
    assertThat(absent.err()).contains("RAPPORT_BUILD=-Ptorch");
    assertThat(sft("--replicas", "0").status()).isEqualTo(2);
    assertThat(sft("--replicas", "2", "--rank", "1").err()).contains("--rendezvous");
    assertThat(sft("--replicas", "2", "--rank", "2", "--rendezvous", "tcp://127.0.0.1:9").err())
        .contains("rank 2 of 2");
    assertThat(sft("--replicas", "2", "--rank", "1", "--rendezvous", "here").err())
        .contains("tcp://HOST:PORT");
    Rig.Result missing =
        rig.run("train", "sft", "--model", "none", "--data", "examples.jsonl", "--out", "x");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("no such folder");
  }

  private Rig.Result sft(String... more) {
    return sftInto("sft", more);
  }

  private Rig.Result sftInto(String out, String... more) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "train",
                "sft",
                "--model",
                "tiny",
                "--data",
                "examples.jsonl",
                "--batch",
                "2",
                "--rate",
                "1e-2",
                "--warm-up",
                "0",
                "--out",
                out,
                "--threads",
                "1",
                "--json"));
    line.addAll(List.of(more));
    return rig.run(line.toArray(String[]::new));
  }

  private Rig.Result grpo(String... more) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "train",
                "grpo",
                "--model",
                "words",
                "--data",
                "set",
                "--groups",
                "1",
                "--rollouts",
                "2",
                "--answer-tokens",
                "8",
                "--threads",
                "1",
                "--json"));
    line.addAll(List.of(more));
    return rig.run(line.toArray(String[]::new));
  }

  private static JsonNode json(Rig.Result result) throws IOException {
    assertThat(result.status()).as(result.err()).isZero();
    return Json.parse(result.out());
  }
}
