package dev.rapport.train.verl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.train.java.JavaEngine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerlExportTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  @TempDir private Path folder;

  @Test
  void theLines_followTheSchemaAndKeepHistoriesOut() throws IOException {
    VerlExport.write(folder.resolve("job"), config(), rows(4), rows(2));
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
    assertThat(line.at("/extra_info/options")).hasSize(4);
    JsonNode asked =
        MAPPER.readTree(folder.resolve("job").resolve(line.get("context").asText()).toFile());
    assertThat(asked.at("/updates/0/messages/0/parts")).hasSize(2);
    assertThat(asked.at("/answer/label").asText()).isEqualTo("page");
    assertThat(folder.resolve("job/launch.sh")).isExecutable();
  }

  @Test
  void thePlan_countsConversationsAsRows() {
    VerlPlan plan = VerlPlan.of(VerlConfig.DEFAULT, 8, 5900, 1000);
    assertThat(plan.conversations()).isEqualTo(9);
    assertThat(plan.rows()).isEqualTo(2304);
    assertThat(plan.miniBatch()).isEqualTo(288);
    assertThat(plan.optimiserSteps()).isEqualTo(1);
    assertThat(plan.paddedRows()).isEqualTo(2304);
    assertThat(plan.promptTokens()).isGreaterThan(5900 + 2048).isLessThan(9728);
    assertThat(plan.stepsPerEpoch()).isEqualTo(31);
  }

  @Test
  void givenAPromptWithoutAPlaceForThePage_isRefused() {
    var message = new VerlPrompt.Message("user", List.of("no place"));

    assertThatThrownBy(() -> new VerlPrompt("page", "(nothing)", List.of(message)))
        .hasMessageContaining("0 places");
  }

  @Test
  void givenAFolderInUse_isRefused() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "x");
    assertThatThrownBy(() -> VerlExport.write(folder, config(), rows(4), rows(2)))
        .hasMessageContaining("not empty");
  }

  @Test
  void aFinishedJob_givesItsNewestModel() throws IOException, URISyntaxException {
    checkpoint(9, "tiny-qwen2");
    checkpoint(10, "tiny-qwen3");

    assertThat(VerlCheckpoint.take(folder.resolve("job"), folder.resolve("model"))).isEqualTo(10);
    assertThat(folder.resolve("model/config.json")).content().contains("qwen3");
    assertThatThrownBy(() -> VerlCheckpoint.take(folder.resolve("job"), folder.resolve("model")))
        .hasMessageContaining("not empty");
  }

  @Test
  void givenWeightsThatAreNotTheConfigs_saysWhichOne() throws IOException, URISyntaxException {
    Path model = checkpoint(1, "tiny-qwen3");
    Path config = model.resolve("config.json");
    Files.writeString(
        config,
        Files.readString(config).replace("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3"));

    assertThatThrownBy(() -> VerlCheckpoint.take(folder.resolve("job"), folder.resolve("model")))
        .hasMessageContaining("model.layers.2.");
  }

  private Path checkpoint(int step, String fixture) throws IOException, URISyntaxException {
    Path model = folder.resolve("job/checkpoints/global_step_" + step + "/actor/huggingface");
    Files.createDirectories(model);
    URL from = Objects.requireNonNull(JavaEngine.class.getResource(fixture));
    try (var files = Files.list(Path.of(from.toURI()))) {
      for (Path file : files.toList()) {
        Files.copy(file, model.resolve(file.getFileName()));
      }
    }
    return model;
  }

  @Test
  void givenShardsOnly_saysHowToMergeThem() throws IOException {
    Files.createDirectories(folder.resolve("checkpoints/global_step_1/actor/huggingface"));
    assertThatThrownBy(() -> VerlCheckpoint.take(folder, folder.resolve("model")))
        .hasMessageContaining("model_merger");
  }

  private static VerlConfig config() {
    return new VerlConfig("a/model", 1, 2, 4, 2, 5000, 2048, 1024, false);
  }

  private static List<VerlRow> rows(int count) {
    var rows = new ArrayList<VerlRow>();
    for (int i = 0; i < count; i++) {
      var updates = new ArrayList<VerlPrompt>();
      for (int c = 0; c <= i % 8; c++) {
        updates.add(prompt("chunk %d of %d".formatted(c, i)));
      }
      rows.add(
          new VerlRow(
              "q" + i,
              updates,
              prompt("What now?"),
              5400 + i,
              "What now?",
              List.of("one", "two", "three", "four"),
              i % 4));
    }
    return rows;
  }

  private static VerlPrompt prompt(String words) {
    return new VerlPrompt(
        "page", "(nothing)", List.of(new VerlPrompt.Message("user", List.of("Page:\n", words))));
  }
}
