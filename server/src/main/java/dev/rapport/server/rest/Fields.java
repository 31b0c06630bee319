package dev.rapport.server.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rapport.server.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, each asked for by name; one that nobody knows is an error. */
final class Fields {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode node;
  private final String place;

  private Fields(JsonNode node, String place) {
    this.node = node;
    this.place = place;
  }

  /**
   * Reads a body.
   *
   * @param known names of the fields there may be
   */
  static Fields of(byte[] body, String... known) {
    return checked(parse(Body.text(body)), "The body", known);
  }

  private static JsonNode parse(String body) {
    try {
      JsonNode node = JSON.readTree(body);
      return node == null ? JSON.missingNode() : node;
    } catch (JsonProcessingException e) {
      throw Problem.badRequest(
          "The body is not JSON that this server reads" + place(e) + ".",
          "Send one JSON object, of names that are all different and nothing nested 1,000 deep.");
    }
  }

  private static String place(JsonProcessingException e) {
    @Nullable JsonLocation at = e.getLocation();
    return at == null ? "" : ": see line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
  }

  private static Fields checked(JsonNode node, String place, String... known) {
    if (!node.isObject()) {
      throw Problem.badRequest(place + " is no JSON object.", "Send one JSON object.");
    }
    List<String> names = List.of(known);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                throw Problem.badRequest(
                    "%s has a field \"%s\" that is not known here.".formatted(place, name),
                    "Leave it out; known are %s.".formatted(String.join(", ", names)));
              }
            });
    return new Fields(node, place);
  }

  String text(String name) {
    return optionalText(name)
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "%s has no \"%s\".".formatted(place, name), "Add it, as a text."));
  }

  Optional<String> optionalText(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw wrong(name, "a text");
    }
    if (value.textValue().codePoints().anyMatch(Fields::isHalf)) {
      throw wrong(name, "of whole characters, without half of a surrogate pair");
    }
    return Optional.of(value.textValue());
  }

  /** UTF-8 has no such thing: whatever stores it would make another text of it. */
  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  Optional<Boolean> optionalFlag(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return Optional.of(value.booleanValue());
  }

  Optional<Long> optionalNumber(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number");
    }
    return Optional.of(value.longValue());
  }

  /** A list of objects. */
  List<Fields> objects(String name, String... known) {
    List<Fields> all = new ArrayList<>();
    for (JsonNode each : list(name)) {
      all.add(checked(each, "\"%s\"[%d]".formatted(name, all.size()), known));
    }
    return all;
  }

  /** A list of texts; empty when there is none. */
  List<String> texts(String name) {
    if (node.path(name).isMissingNode() || node.path(name).isNull()) {
      return List.of();
    }
    List<String> all = new ArrayList<>();
    for (JsonNode each : list(name)) {
      if (!each.isTextual()) {
        throw wrong("%s[%d]".formatted(name, all.size()), "a text");
      }
      all.add(each.textValue());
    }
    return all;
  }

  private JsonNode list(String name) {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      throw wrong(name, "a list");
    }
    return value;
  }

  Problem wrong(String name, String kind) {
    return Problem.badRequest(
        "%s: \"%s\" must be %s.".formatted(place, name, kind), "Change it and send it again.");
  }
}
