package dev.rapport.data.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.data.DatasetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value in a JSON file that knows where it stands, so that every fault names file and JSON
 * pointer (RFC 6901). Unknown fields are let be.
 */
public final class JsonPlace {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String file;
  private final String pointer;
  private final JsonNode node;

  private JsonPlace(String file, String pointer, JsonNode node) {
    this.file = file;
    this.pointer = pointer;
    this.node = node;
  }

  /**
   * The whole of a file, or of one line of it.
   *
   * @param file as faults shall name it, "p01.json" or "c1.jsonl, line 3" for instance
   */
  public static JsonPlace parse(String file, String json) {
    try {
      return new JsonPlace(file, "", MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new DatasetException(
          "%s, line %d, column %d: not JSON. Mend the syntax there."
              .formatted(file, e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    }
  }

  /**
   * A value that was found by other means.
   *
   * @param pointer to it, empty for the whole of the file
   */
  public static JsonPlace of(String file, String pointer, JsonNode node) {
    return new JsonPlace(file, pointer, node);
  }

  /** A text that may be blank, or a number or truth value as text. */
  public String scalar(String field) {
    return child(field).scalar();
  }

  /** This value, a text that may be blank, or a number or truth value as text. */
  public String scalar() {
    if (!node.isValueNode() || node.isNull()) {
      throw fault("is %s".formatted(kind()), "Write a text or a number.");
    }
    return node.asText();
  }

  /** Names of the fields, in order; none if it is no object. */
  public List<String> fields() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A text that is not blank. */
  public String text(String field) {
    return child(field).asText();
  }

  /** Texts that are not blank. */
  public List<String> texts(String field) {
    return list(field).stream().map(JsonPlace::asText).toList();
  }

  /** Whether the field is missing or null. */
  public boolean lacks(String field) {
    JsonNode found = node.get(field);
    return found == null || found.isNull();
  }

  public int number(String field) {
    JsonPlace place = child(field);
    if (!place.node.canConvertToInt() || !place.node.isIntegralNumber()) {
      throw place.fault("is %s".formatted(place.kind()), "Write a whole number.");
    }
    return place.node.intValue();
  }

  public boolean flag(String field) {
    JsonPlace place = child(field);
    if (!place.node.isBoolean()) {
      throw place.fault("is %s".formatted(place.kind()), "Write true or false.");
    }
    return place.node.booleanValue();
  }

  /** The value that goes by the name found in the file. */
  public <T> T oneOf(String field, Map<String, T> byName) {
    String name = text(field);
    T value = byName.get(name);
    if (value == null) {
      throw child(field)
          .fault(
              "\"%s\" is unknown".formatted(name), "Write one of %s.".formatted(byName.keySet()));
    }
    return value;
  }

  public JsonPlace child(String field) {
    JsonNode found = node.get(field);
    if (found == null) {
      throw fault("has no field \"%s\"".formatted(field), "Add it.");
    }
    return new JsonPlace(file, pointer + "/" + field, found);
  }

  public List<JsonPlace> list(String field) {
    return child(field).items();
  }

  public List<JsonPlace> items() {
    if (!node.isArray()) {
      throw fault("is %s".formatted(kind()), "Write a list.");
    }
    List<JsonPlace> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new JsonPlace(file, pointer + "/" + i, node.get(i)));
    }
    return items;
  }

  /** A fault at this place: what is wrong, and what to do about it. */
  public DatasetException fault(String wrong, String mend) {
    return new DatasetException(
        "%s, %s: %s. %s".formatted(file, pointer.isEmpty() ? "/" : pointer, wrong, mend));
  }

  private String asText() {
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw fault(
          node.isTextual() ? "is blank" : "is %s".formatted(kind()),
          "Write a text that is not blank.");
    }
    return node.textValue();
  }

  private String kind() {
    return node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
