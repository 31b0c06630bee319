package dev.rapport.fakeserver;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The sampling parameters of a chat request, each with its type and range. */
final class Parameters {
  private Parameters() {}

  static void check(JsonNode body, boolean completionTokensOnly) throws ProtocolException {
    if (completionTokensOnly && body.has("max_tokens")) {
      throw new ProtocolException(
          400,
          "unsupported_parameter",
          "Unsupported parameter: 'max_tokens' is not supported with this model."
              + " Use 'max_completion_tokens' instead.");
    }
    number(body, "temperature", 0, 2);
    number(body, "top_p", 0, 1);
    integer(body, "max_tokens", 1);
    integer(body, "max_completion_tokens", 1);
    integer(body, "seed", Long.MIN_VALUE);
    integer(body, "n", 1);
    bool(body, "stream");
    stop(body.path("stop"));
    streamOptions(body);
    responseFormat(body.path("response_format"));
  }

  private static void number(JsonNode body, String name, double least, double most)
      throws ProtocolException {
    JsonNode value = body.path(name);
    boolean fits = value.isNumber() && value.asDouble() >= least && value.asDouble() <= most;
    ChatCallParser.check(absent(value) || fits, "Invalid '" + name + "': %s.", value.toString());
  }

  private static void integer(JsonNode body, String name, long least) throws ProtocolException {
    JsonNode value = body.path(name);
    boolean fits = value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= least;
    ChatCallParser.check(absent(value) || fits, "Invalid '" + name + "': %s.", value.toString());
  }

  private static void bool(JsonNode body, String name) throws ProtocolException {
    JsonNode value = body.path(name);
    ChatCallParser.check(
        absent(value) || value.isBoolean(), "Invalid type for '" + name + "'.", "");
  }

  private static void stop(JsonNode stop) throws ProtocolException {
    boolean texts = stop.isArray() && stop.size() <= 4;
    for (JsonNode text : stop) {
      texts &= text.isTextual();
    }
    ChatCallParser.check(
        absent(stop) || stop.isTextual() || texts, "Invalid 'stop': %s.", stop.toString());
  }

  private static void streamOptions(JsonNode body) throws ProtocolException {
    ChatCallParser.check(
        absent(body.path("stream_options")) || body.path("stream").asBoolean(false),
        "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
        "");
  }

  private static void responseFormat(JsonNode format) throws ProtocolException {
    if (absent(format)) {
      return;
    }
    String type = format.path("type").asText();
    ChatCallParser.check(
        Set.of("text", "json_object", "json_schema").contains(type),
        "Invalid value: '%s' for 'response_format.type'.",
        type);
    JsonNode schema = format.path("json_schema");
    boolean whole =
        schema.path("name").asText().matches("[a-zA-Z0-9_-]{1,64}")
            && schema.path("schema").isObject();
    ChatCallParser.check(
        !type.equals("json_schema") || whole, "Invalid 'response_format.json_schema'.", "");
  }

  private static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
