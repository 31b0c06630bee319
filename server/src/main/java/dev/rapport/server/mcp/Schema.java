package dev.rapport.server.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON schema of a tool's arguments, field by field. Not safe for several threads. */
final class Schema {
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();

  private Schema() {}

  static Schema object() {
    return new Schema();
  }

  /** As every tool begins: whom it is about. */
  static Schema aboutPerson() {
    return object()
        .text("user", "Whose memory. Leave it out when the connection is one person's own.");
  }

  Schema text(String name, String description) {
    fields.put(name, Map.of("type", "string", "description", description));
    return this;
  }

  Schema required(String name, String description) {
    required.add(name);
    return text(name, description);
  }

  Schema oneOf(String name, String description, String... values) {
    fields.put(name, Map.of("type", "string", "description", description, "enum", List.of(values)));
    required.add(name);
    return this;
  }

  Schema texts(String name, String description) {
    fields.put(
        name,
        Map.of("type", "array", "description", description, "items", Map.of("type", "string")));
    return this;
  }

  Schema objects(String name, String description, Schema each) {
    fields.put(name, Map.of("type", "array", "description", description, "items", each.asMap()));
    required.add(name);
    return this;
  }

  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", "object");
    map.put("properties", fields);
    map.put("required", List.copyOf(required));
    return map;
  }
}
