package dev.rapport.data.personamem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.data.DatasetException;
import dev.rapport.data.internal.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A raw persona file: {@code raw_data_..._persona7.json}, or {@code interactions_...} as early ones
 * are named. Gold, all of it.
 *
 * @param id the number in the file's name, or else the one it is filed under
 * @param file its name without the folder
 * @param profile all that comes before the preferences, as JSON with two spaces of indent
 * @param elements in the file's order
 */
public record RawPersona(
    int id, String file, String shortPersona, String profile, List<RawElement> elements) {
  private static final Pattern NUMBER = Pattern.compile("persona(\\d{1,9})\\.json");
  private static final String FIRST_GOLD_KEY = "stereotypical_preferences";

  public RawPersona {
    elements = List.copyOf(elements);
  }

  /**
   * @throws DatasetException naming file and element if it is malformed
   */
  public static RawPersona read(Path file) {
    JsonNode root = tree(file);
    if (!root.isObject() || root.size() != 1) {
      throw fault(file, "must hold one persona under its id, but holds %d".formatted(root.size()));
    }
    Map.Entry<String, JsonNode> only = root.properties().iterator().next();
    JsonNode persona = only.getValue();
    if (!persona.path("conversations").isObject()) {
      throw fault(file, "has no object \"conversations\"");
    }
    return new RawPersona(
        id(file, only.getKey()),
        file.getFileName().toString(),
        persona.path("short_persona").asText(persona.path("persona").asText("")),
        OfficialJson.pretty(profile(persona)),
        elements(file, persona.get("conversations")));
  }

  private static JsonNode tree(Path file) {
    try {
      return OfficialJson.STRICT.readTree(TextFile.read(file));
    } catch (JsonProcessingException e) {
      throw fault(
          file,
          "is broken or cut-off JSON at line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
  }

  private static int id(Path file, String key) {
    Matcher inName = NUMBER.matcher(file.getFileName().toString());
    if (inName.find()) {
      return Integer.parseInt(inName.group(1));
    }
    if (key.matches("\\d{1,9}")) {
      return Integer.parseInt(key);
    }
    throw fault(file, "has no number: its name must end in persona<number>.json");
  }

  private static ObjectNode profile(JsonNode persona) {
    ObjectNode profile = OfficialJson.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> field : persona.properties()) {
      if (field.getKey().equals(FIRST_GOLD_KEY) || field.getKey().equals("conversations")) {
        break;
      }
      profile.set(field.getKey(), field.getValue());
    }
    return profile;
  }

  private static List<RawElement> elements(Path file, JsonNode conversations) {
    List<RawElement> elements = new ArrayList<>();
    for (Map.Entry<String, JsonNode> scenario : conversations.properties()) {
      int index = 0;
      for (JsonNode node : scenario.getValue()) {
        try {
          elements.add(RawElementReader.read(scenario.getKey(), node));
        } catch (DatasetException e) {
          throw fault(file, "%s[%d]: %s".formatted(scenario.getKey(), index, e.getMessage()));
        }
        index++;
      }
    }
    return elements;
  }

  private static DatasetException fault(Path file, String wrong) {
    return new DatasetException(
        "%s %s. Give a raw persona file of PersonaMem-v2.".formatted(file, wrong));
  }

  /** JSON as such files have it: two spaces of indent, all letters kept. */
  public static String pretty(JsonNode value) {
    return OfficialJson.pretty(value);
  }
}
