package dev.rapport.fakeserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a chat request as strictly as the real servers do. */
final class ChatCallParser {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> ROLES =
      Set.of("system", "developer", "user", "assistant", "tool", "function");

  private final FakeServerConfig config;

  ChatCallParser(FakeServerConfig config) {
    this.config = config;
  }

  ChatCall parse(int attempt, Received received) throws ProtocolException {
    check(
        received.header("content-type").startsWith("application/json"),
        "Unsupported content type: '%s'. Send 'application/json'.",
        received.header("content-type"));
    JsonNode body = json(received.body());
    String model = model(body);
    List<ChatCall.Message> messages = messages(body.path("messages"));
    Parameters.check(body, config.completionTokensOnly());
    boolean stream = body.path("stream").asBoolean(false);
    boolean usage = body.path("stream_options").path("include_usage").asBoolean(false);
    return new ChatCall(attempt, model, messages, stream, usage, body);
  }

  private static JsonNode json(String text) throws ProtocolException {
    try {
      JsonNode body = JSON.readTree(text);
      check(body.isObject(), "We could not parse the JSON body of your request.", "");
      return body;
    } catch (JsonProcessingException e) {
      throw ProtocolException.bad("We could not parse the JSON body of your request.");
    }
  }

  private String model(JsonNode body) throws ProtocolException {
    check(body.has("model"), "you must provide a model parameter", "");
    check(body.path("model").isTextual(), "Invalid type for 'model': expected a string.", "");
    String model = body.path("model").asText();
    if (!config.models().contains(model)) {
      throw new ProtocolException(
          404, "model_not_found", "The model `%s` does not exist.".formatted(model));
    }
    return model;
  }

  private static List<ChatCall.Message> messages(JsonNode array) throws ProtocolException {
    check(array.isArray(), "Missing required parameter: 'messages'.", "");
    check(!array.isEmpty(), "Invalid 'messages': empty array. Expected at least 1 element.", "");
    List<ChatCall.Message> messages = new ArrayList<>();
    for (JsonNode message : array) {
      String role = message.path("role").asText();
      check(ROLES.contains(role), "Invalid value: '%s' for 'messages.role'.", role);
      messages.add(new ChatCall.Message(role, text(message)));
    }
    return messages;
  }

  private static String text(JsonNode message) throws ProtocolException {
    JsonNode content = message.path("content");
    if (content.isArray()) {
      var text = new StringBuilder();
      content.forEach(part -> text.append(part.path("text").asText()));
      return text.toString();
    }
    boolean mayBeNull = message.has("tool_calls") && !content.isTextual();
    check(
        content.isTextual() || mayBeNull,
        "Invalid type for 'messages.content': expected a string, got %s.",
        content.getNodeType().toString());
    return content.asText("");
  }

  static void check(boolean holds, String message, String value) throws ProtocolException {
    if (!holds) {
      throw ProtocolException.bad(message.replace("%s", value));
    }
  }
}
