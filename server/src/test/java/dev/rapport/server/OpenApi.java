package dev.rapport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The description of the server, and whether an answer is as it says. */
final class OpenApi {
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final JsonNode root;

  private OpenApi(JsonNode root) {
    this.root = root;
  }

  static OpenApi read() {
    try (InputStream in = RapportServer.class.getResourceAsStream("openapi.yaml")) {
      return new OpenApi(new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Method and template of everything described. */
  Set<String> operations() {
    TreeSet<String> all = new TreeSet<>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                METHODS.stream()
                    .filter(path.getValue()::has)
                    .forEach(
                        method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return all;
  }

  /** Names that may stand in the address of an operation, behind the question mark. */
  Set<String> queries(String method, String template) {
    TreeSet<String> names = new TreeSet<>();
    root.path("paths")
        .path(template)
        .path(method.toLowerCase(Locale.ROOT))
        .path("parameters")
        .forEach(
            parameter -> {
              if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
              }
            });
    return names;
  }

  /** Fails if status, type or shape of an answer is not the described one. */
  void check(String method, String address, TestServer.Reply reply) {
    JsonNode operation = operation(method, address);
    if (operation.isMissingNode()) {
      return;
    }
    JsonNode responses = operation.path("responses");
    JsonNode response = responses.path(Integer.toString(reply.status()));
    if (response.isMissingNode()) {
      assertThat(reply.status()).as("%s %s: %s", method, address, reply.body()).isGreaterThan(399);
      response = root.at("/components/responses/problem");
    }
    JsonNode content = response.path("content");
    String type = reply.header("Content-Type").replaceFirst(";.*", "");
    if (content.isMissingNode()) {
      return;
    }
    JsonNode schema = content.path(type).path("schema");
    assertThat(schema.isMissingNode())
        .as("%s %s answers %d with %s", method, address, reply.status(), type)
        .isFalse();
    if (type.endsWith("json")) {
      try {
        check(new ObjectMapper().readTree(reply.body()), schema, method + " " + address);
      } catch (IOException e) {
        fail("no JSON: " + reply.body(), e);
      }
    }
  }

  private JsonNode operation(String method, String address) {
    String path = URI.create(address).getRawPath();
    Optional<String> template =
        operations().stream()
            .filter(each -> each.startsWith(method + " "))
            .map(each -> each.substring(method.length() + 1))
            .filter(each -> path.matches(each.replaceAll("\\{[a-z]+}", "[^/]+")))
            .findFirst();
    return template
        .map(each -> root.path("paths").path(each).path(method.toLowerCase(Locale.ROOT)))
        .orElse(root.path("paths").path("none"));
  }

  private void check(JsonNode value, JsonNode schema, String place) {
    JsonNode reference = schema.path("$ref");
    if (reference.isTextual()) {
      check(value, root.at(reference.textValue().substring(1)), place);
      return;
    }
    assertThat(types(schema)).as("%s: %s", place, value).contains(type(value));
    if (schema.has("enum")) {
      assertThat(schema.path("enum")).as(place).contains(value);
    }
    schema
        .path("required")
        .forEach(
            name -> assertThat(value.has(name.textValue())).as("%s has %s", place, name).isTrue());
    if (value.isArray()) {
      value.forEach(item -> check(item, schema.path("items"), place + "[]"));
    }
    if (value.isObject()) {
      for (var field : value.properties()) {
        JsonNode known = schema.path("properties").path(field.getKey());
        assertThat(known.isMissingNode()).as("%s: %s is described", place, field).isFalse();
        check(field.getValue(), known, place + "." + field.getKey());
      }
    }
  }

  private static List<String> types(JsonNode schema) {
    List<String> types = new ArrayList<>();
    if (schema.path("type").isArray()) {
      schema.path("type").forEach(type -> types.add(type.textValue()));
    } else {
      types.add(schema.path("type").asText());
    }
    if (types.contains("number")) {
      types.add("integer");
    }
    return types;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      default -> "none";
    };
  }
}
