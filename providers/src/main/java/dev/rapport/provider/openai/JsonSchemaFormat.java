package dev.rapport.provider.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A JSON Schema as {@code response_format}. */
final class JsonSchemaFormat {
  private static final JsonMapper JSON = new JsonMapper();

  private JsonSchemaFormat() {}

  static ObjectNode of(String schema) {
    JsonNode parsed = parse(schema);
    ObjectNode format = JSON.createObjectNode().put("type", "json_schema");
    ObjectNode inner = format.putObject("json_schema").put("name", "reply");
    inner.put("strict", isStrict(parsed)).set("schema", parsed);
    return format;
  }

  /** OpenAI promises a schema only where objects are closed and every property is required. */
  private static boolean isStrict(JsonNode schema) {
    if (schema.path("type").asText().equals("object")) {
      boolean closed =
          schema.path("additionalProperties").isBoolean()
              && !schema.path("additionalProperties").asBoolean();
      if (!closed || schema.path("required").size() != schema.path("properties").size()) {
        return false;
      }
    }
    for (JsonNode part : schema) {
      if (!isStrict(part)) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode parse(String schema) {
    try {
      JsonNode parsed = JSON.readTree(schema);
      if (parsed.isObject()) {
        return parsed;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("json schema is no JSON; mend the schema", e);
    }
    throw new IllegalArgumentException("json schema must be an object: " + schema);
  }
}
