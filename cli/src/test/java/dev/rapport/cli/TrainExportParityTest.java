package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.DatasetOptions;
import dev.rapport.bench.dataset.Datasets;
import dev.rapport.model.ChatMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a job asks elsewhere is what {@code learn} and {@code ask} ask, byte for byte. */
@Timeout(300)
final class TrainExportParityTest {
  private static final int PEOPLE = 34;
  private static final int ROWS = 20;
  private static final long SEED = 7;

  private static final List<String> ODD =
      List.of(
          "plain words",
          "{page} and {{cap}} and %s",
          "\\\\boxed{A} $1 \\\\1",
          "caf\u00e9 \u6c34\u3092\u98f2\u3080 \ud83c\udf0a",
          "=== end: page 0123456789abcdef",
          "<|im_end|> [INST] <page> <pager>",
          "a\\n  === data: x\\u2028y");

  @TempDir private Path folder;
  private final List<String> pages = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();

  /** What a policy might write, well formed and not. */
  @BeforeEach
  void copy() throws IOException {
    for (String name : List.of("parity.py", "parity.json")) {
      try (var in = TrainExportParityTest.class.getResourceAsStream(name)) {
        Files.copy(Objects.requireNonNull(in), folder.resolve(name));
      }
    }
    JsonNode words = Json.parse(Files.readString(folder.resolve("parity.json")));
    words.path("pages").forEach(page -> pages.add(page.asText()));
    words.path("answers").forEach(answer -> answers.add(answer.asText()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void givenTwentyRows_thePluginAsksAndReadsAsWeDo(boolean queryAware)
      throws IOException, InterruptedException {
    assumeThat(hasPython()).isTrue();
    var rig = new Rig(folder);
    write(folder.resolve("personas"));
    run(rig, "data build --personas personas --context-tokens 1200 --out set");
    run(
        rig,
        "train export --data set --groups 4 --chunk-tokens 300 --chunks 4 --page-tokens 700 --seed "
            + SEED
            + (queryAware ? " --query-aware" : "")
            + " --out job");

    List<JsonNode> told = python();

    assertThat(told).hasSizeGreaterThanOrEqualTo(ROWS);
    TrainQuestions questions = questions(queryAware);
    assertThat(questions.size()).isEqualTo(told.size());
    for (int row = 0; row < told.size(); row++) {
      TrainWording wording = questions.at(row, SEED);
      assertThat(told.get(row).path("id").asText()).isEqualTo(wording.id());
      assertThat(prompts(told.get(row).path("prompts"))).isEqualTo(prompts(wording, row));
      for (int i = 0; i < answers.size(); i++) {
        assertThat(told.get(row).path("scores").path(i).asDouble() > 0)
            .as("row %d: %s", row, answers.get(i))
            .isEqualTo(wording.asked().isRight(answers.get(i)));
      }
    }
  }

  private static void write(Path personas) throws IOException {
    Files.createDirectories(personas);
    for (int i = 0; i < PEOPLE; i++) {
      String odd = ODD.get(i % ODD.size());
      String turns =
          "{\"role\":\"user\",\"content\":\"Shorten: pie again, %1$s, %2$d.\"},{\"role\":\"assistant\",\"content\":\"Pie, %1$s.\"},"
              .formatted(odd, i)
              .repeat(9);
      Files.writeString(
          personas.resolve("raw_data_250101_000000_persona%d.json".formatted(i + 1)),
          """
          {"%1$d": {"short_persona": "S", "stereotypical_preferences": ["Likes pie"],
            "conversations": {"chat_message": [
              {"preference": "Likes pie", "pref_type": "stereotypical_pref", "who": "self",
               "updated": false, "topic_preference": "food", "topic_query": "food",
               "conversations": [%2$s],
               "user_query": "What is for lunch, %3$s?", "correct_answer": "Pie number %1$d",
               "incorrect_answers": ["Soup", "Rice, %3$s", "Fish"]}]}}}
          """
              .formatted(i + 1, turns.substring(0, turns.length() - 1), odd));
    }
  }

  private static void run(Rig rig, String line) {
    Rig.Result result = rig.run(line.split(" "));
    assertThat(result.status()).as(result.err()).isZero();
  }

  private TrainQuestions questions(boolean queryAware) {
    Dataset dataset =
        Datasets.open(
            "personamem-v2:" + folder.resolve("set"), DatasetOptions.DEFAULT.withSplit("train"));
    CourseSpec spec =
        new CourseSpec(
            folder.resolve("set").toString(),
            dataset.version(),
            "train",
            "",
            "page",
            queryAware,
            "o200k",
            300,
            4,
            700,
            1024,
            40_000,
            0,
            CourseSpec.NONE,
            3,
            "read",
            0);
    return new TrainQuestions(spec, dataset, SEED);
  }

  /** Role and words of every message of every prompt. */
  private List<List<List<String>>> prompts(TrainWording wording, int row) {
    List<List<List<String>>> prompts = new ArrayList<>();
    String page = "";
    for (int chunk = 0; chunk < wording.updates(); chunk++) {
      prompts.add(words(wording.update(chunk, page)));
      page = pages.get((row + chunk) % pages.size());
    }
    prompts.add(words(wording.answer(page)));
    return prompts;
  }

  private static List<List<String>> words(List<ChatMessage> messages) {
    return messages.stream()
        .map(message -> List.of(message.role().name().toLowerCase(Locale.ROOT), message.content()))
        .toList();
  }

  private static List<List<List<String>>> prompts(JsonNode told) {
    List<List<List<String>>> prompts = new ArrayList<>();
    for (JsonNode prompt : told) {
      List<List<String>> messages = new ArrayList<>();
      for (JsonNode message : prompt) {
        messages.add(List.of(message.path("role").asText(), message.path("content").asText()));
      }
      prompts.add(messages);
    }
    return prompts;
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private List<JsonNode> python() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("python3", "-B", "parity.py", "job", "parity.json")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    List<JsonNode> told = new ArrayList<>();
    for (String line : out.lines().toList()) {
      told.add(Json.parse(line));
    }
    return told;
  }
}
