package dev.rapport.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * JSON trees by hand: fields keep their order, unknown ones are passed over, missing ones are named
 * in the error.
 */
final class Json {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String text(JsonNode node) {
    return node.toString();
  }

  static String pretty(JsonNode node) {
    return node.toPrettyString() + "\n";
  }

  /**
   * @param what for the error: "revision 3 of u1"
   */
  static JsonNode parse(String text, String what) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (!node.isObject()) {
        throw new StoreException("%s is not a JSON object.".formatted(what));
      }
      return node;
    } catch (JsonProcessingException e) {
      // The parser's own message quotes the text, which may be somebody's words.
      throw new StoreException(
          "%s is not valid JSON (line %d, column %d)."
              .formatted(what, e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
  }

  static String string(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw new StoreException("The field \"%s\" is missing or not a text.".formatted(field));
    }
    return value.textValue();
  }

  static String string(JsonNode node, String field, String otherwise) {
    return node.path(field).isTextual() ? string(node, field) : otherwise;
  }

  static long number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isIntegralNumber()) {
      throw new StoreException("The field \"%s\" is missing or not a number.".formatted(field));
    }
    return value.longValue();
  }

  static <E extends Enum<E>> E choice(JsonNode node, String field, Class<E> type) {
    String name = string(node, field);
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          "The field \"%s\" holds \"%s\"; it must be one of %s."
              .formatted(field, name, List.of(type.getEnumConstants())),
          e);
    }
  }

  /** The elements of an array, none when the field is missing. */
  static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> element) {
    List<T> found = new ArrayList<>();
    node.path(field).forEach(each -> found.add(element.apply(each)));
    return found;
  }

  static <T> void putList(
      ObjectNode node, String field, List<T> values, Function<T, ObjectNode> element) {
    ArrayNode array = node.putArray(field);
    values.forEach(value -> array.add(element.apply(value)));
  }

  static void putStrings(ObjectNode node, String field, List<String> values) {
    ArrayNode array = node.putArray(field);
    values.forEach(array::add);
  }
}
