package dev.rapport.train.verl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VerlExportTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> ODD =
      List.of(
          "plain",
          "{page} and {query}",
          "\\boxed{A} $1 \\1",
          "caf\u00e9 \u6c34 \ud83c\udf0a",
          "a\r\nb\n",
          "\u2028x");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void givenTwentyRows_thePluginRendersTheSamePromptsByteForByte(boolean queryAware)
      throws IOException, InterruptedException {
    assumeThat(hasPython()).isTrue();
    VerlConfig config = config(queryAware);
    List<VerlRow> rows = rows(20);
    VerlExport.write(folder.resolve("job"), config, rows, rows(2));
    List<JsonNode> told = python(VerlExport.variant(config));
    assertThat(told).hasSize(20);
    var templates = Templates.of(queryAware);
    for (int i = 0; i < rows.size(); i++) {
      List<String> prompts = new ArrayList<>();
      told.get(i).get("prompts").forEach(prompt -> prompts.add(prompt.textValue()));
      assertThat(prompts).isEqualTo(prompts(templates, rows.get(i)));
      assertThat(told.get(i).get("score").asDouble()).isEqualTo(1);
    }
  }

  @Test
  void theLines_followTheSchemaAndKeepHistoriesOut() throws IOException {
    VerlExport.write(folder.resolve("job"), config(false), rows(4), rows(2));
    List<String> lines = Files.readAllLines(folder.resolve("job/data/train.jsonl"));
    assertThat(lines).hasSize(4);
    JsonNode line = MAPPER.readTree(lines.getFirst());
    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly(
            "prompt",
            "data_source",
            "ability",
            "reward_model",
            "extra_info",
            "agent_name",
            "context");
    assertThat(line.at("/prompt/0/role").asText()).isEqualTo("user");
    assertThat(line.at("/reward_model/ground_truth").asText()).matches("[A-D]");
    assertThat(line.at("/extra_info/index").isInt()).isTrue();
    assertThat(folder.resolve("job").resolve(line.get("context").asText())).exists();
    assertThat(folder.resolve("job/launch.sh")).isExecutable();
  }

  @Test
  void thePlan_countsConversationsAsRows() {
    VerlPlan plan = VerlPlan.of(VerlConfig.DEFAULT, 8, 1000);
    assertThat(plan.conversations()).isEqualTo(9);
    assertThat(plan.rows()).isEqualTo(2304);
    assertThat(plan.miniBatch()).isEqualTo(288);
    assertThat(plan.optimiserSteps()).isEqualTo(1);
    assertThat(plan.paddedRows()).isEqualTo(2304);
    assertThat(plan.promptTokens()).isGreaterThan(5000 + 2048).isLessThan(9216);
    assertThat(plan.stepsPerEpoch()).isEqualTo(31);
  }

  @Test
  void givenAFolderInUse_isRefused() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "x");
    assertThatThrownBy(() -> VerlExport.write(folder, config(false), rows(4), rows(2)))
        .hasMessageContaining("not empty");
  }

  @Test
  void aFinishedJob_givesItsNewestModel() throws IOException {
    for (int step : new int[] {9, 10}) {
      Path model = folder.resolve("job/checkpoints/global_step_" + step + "/actor/huggingface");
      Files.createDirectories(model);
      Files.writeString(model.resolve("model.safetensors"), "step " + step);
    }
    assertThat(VerlCheckpoint.take(folder.resolve("job"), folder.resolve("model"))).isEqualTo(10);
    assertThat(folder.resolve("model/model.safetensors")).hasContent("step 10");
  }

  @Test
  void givenShardsOnly_saysHowToMergeThem() throws IOException {
    Files.createDirectories(folder.resolve("checkpoints/global_step_1/actor/huggingface"));
    assertThatThrownBy(() -> VerlCheckpoint.take(folder, folder.resolve("model")))
        .hasMessageContaining("model_merger");
  }

  private static VerlConfig config(boolean queryAware) {
    return new VerlConfig("a/model", 1, 2, 4, 2, 5000, 2048, 1024, queryAware);
  }

  private static List<VerlRow> rows(int count) {
    var random = new SplittableRandom(3);
    var rows = new ArrayList<VerlRow>();
    for (int i = 0; i < count; i++) {
      var chunks = new ArrayList<String>();
      for (int c = 0; c <= i % 8; c++) {
        chunks.add("chunk %d of %d: %s".formatted(c, i, odd(random)));
      }
      rows.add(
          new VerlRow(
              "q" + i,
              chunks,
              "What now, " + odd(random) + "?",
              List.of("one", odd(random), "three", "four"),
              i % 4));
    }
    return rows;
  }

  private static String odd(SplittableRandom random) {
    return ODD.get(random.nextInt(ODD.size()));
  }

  private static List<String> prompts(Templates templates, VerlRow row) {
    String query = Templates.query(row.question(), row.options());
    String page = Templates.BLANK;
    var prompts = new ArrayList<String>();
    for (String chunk : row.chunks()) {
      prompts.add(templates.update(page, chunk, query));
      page = "- page {chunk} %d \u00e9\n".formatted(prompts.size() - 1);
    }
    prompts.add(templates.answer(page, query));
    return prompts;
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private List<JsonNode> python(String variant) throws IOException, InterruptedException {
    Path script = folder.resolve("parity.py");
    try (var in = VerlExportTest.class.getResourceAsStream("parity.py")) {
      Files.copy(Objects.requireNonNull(in), script);
    }
    Process process =
        new ProcessBuilder("python3", script.toString(), folder.resolve("job").toString(), variant)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    var told = new ArrayList<JsonNode>();
    for (String line : out.lines().toList()) {
      told.add(MAPPER.readTree(line));
    }
    return told;
  }
}
