package dev.rapport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.data.sample.SamplePersonas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** As many made-up people as wanted: the sample people again and again, under other ids. */
final class ManyPeople {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ManyPeople() {}

  /**
   * @param questions of each person; the sample's twelve, repeated
   */
  static void write(Path folder, int people, int questions) throws IOException {
    Files.createDirectories(folder);
    List<String> ids = SamplePersonas.shipped().ids();
    for (int i = 0; i < people; i++) {
      ObjectNode persona = (ObjectNode) read(ids.get(i % ids.size()));
      String id = "p%03d".formatted(i + 1);
      persona.put("persona_id", id);
      persona.set("questions", repeated(persona.path("questions"), questions));
      Files.writeString(folder.resolve(id + ".json"), JSON.writeValueAsString(persona));
    }
  }

  private static ArrayNode repeated(JsonNode questions, int count) {
    ArrayNode all = JSON.createArrayNode();
    for (int i = 0; i < count; i++) {
      ObjectNode question = questions.get(i % questions.size()).deepCopy();
      all.add(question.put("id", "q%02d".formatted(i + 1)));
    }
    return all;
  }

  private static JsonNode read(String id) throws IOException {
    try (InputStream in = SamplePersonas.class.getResourceAsStream(id + ".json")) {
      return JSON.readTree(Objects.requireNonNull(in, id));
    }
  }
}
