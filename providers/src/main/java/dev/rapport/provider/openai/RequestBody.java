package dev.rapport.provider.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatRequest;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A chat request as the protocol writes it; the same request gives the same bytes. */
final class RequestBody {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> OURS =
      Set.of("model", "messages", "stream", "stream_options", "n");

  private RequestBody() {}

  static byte[] of(OpenAiConfig config, ChatRequest request, boolean stream) {
    checkExtra(request.extra());
    ObjectNode body = JSON.createObjectNode().put("model", config.model());
    messages(body.putArray("messages"), request);
    sampling(body, config.dialect(), request);
    if (!request.jsonSchema().isEmpty()) {
      body.set("response_format", JsonSchemaFormat.of(request.jsonSchema()));
    }
    if (stream) {
      body.put("stream", true).putObject("stream_options").put("include_usage", true);
    }
    config.extra().forEach((name, value) -> body.set(name, JSON.valueToTree(value)));
    request.extra().forEach((name, value) -> body.set(name, JSON.valueToTree(value)));
    return bytes(body);
  }

  /**
   * @throws IllegalArgumentException if a field is one that the client itself must set
   */
  static void checkExtra(Map<String, Object> extra) {
    for (String name : extra.keySet()) {
      if (OURS.contains(name)) {
        throw new IllegalArgumentException(
            "extra field \"%s\" is set by the client itself; leave it out".formatted(name));
      }
    }
  }

  private static void messages(ArrayNode array, ChatRequest request) {
    for (ChatMessage message : request.messages()) {
      array
          .addObject()
          .put("role", message.role().name().toLowerCase(Locale.ROOT))
          .put("content", message.content());
    }
  }

  private static void sampling(ObjectNode body, Dialect dialect, ChatRequest request) {
    switch (dialect) {
      case STANDARD -> {
        body.put("max_tokens", request.maxTokens()).put("temperature", request.temperature());
        if (!request.stop().isEmpty()) {
          ArrayNode stop = body.putArray("stop");
          request.stop().forEach(stop::add);
        }
      }
      case REASONING -> body.put("max_completion_tokens", request.maxTokens());
    }
    body.put("seed", request.seed());
  }

  private static byte[] bytes(ObjectNode body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("chat request cannot be written as JSON", e);
    }
  }
}
