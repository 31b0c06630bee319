package dev.rapport.provider.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a provider says went wrong, in whichever of the common shapes.
 *
 * @param text its message, as it came; empty when it said nothing readable
 * @param code its code or type; empty for none
 */
record ProviderMessage(String text, String code) {
  static final ProviderMessage NONE = new ProviderMessage("", "");
  private static final JsonMapper JSON = new JsonMapper();

  static ProviderMessage of(byte[] body) {
    try {
      return of(JSON.readTree(new String(body, StandardCharsets.UTF_8)));
    } catch (JsonProcessingException page) {
      return NONE;
    }
  }

  /** OpenAI's {@code error} object, Ollama's text, old vLLM's flat object, FastAPI's detail. */
  static ProviderMessage of(JsonNode body) {
    JsonNode error = body.path("error");
    if (error.isTextual()) {
      return new ProviderMessage(error.asText(), "");
    }
    if (error.isObject()) {
      return fields(error);
    }
    if (body.path("detail").isTextual()) {
      return new ProviderMessage(body.path("detail").asText(), "");
    }
    if (body.path("detail").isArray()) {
      return new ProviderMessage(details(body.path("detail")), "");
    }
    return fields(body);
  }

  /** Whether a body under status 200, or an event within a stream, is an error all the same. */
  static boolean isError(JsonNode body) {
    JsonNode error = body.path("error");
    return error.isTextual() || error.isObject() || body.path("object").asText().equals("error");
  }

  /** The HTTP status that the code stands for; 0 when it is none. */
  int status() {
    return code.matches("[45]\\d\\d") ? Integer.parseInt(code) : 0;
  }

  private static ProviderMessage fields(JsonNode error) {
    String code = error.path("code").asText("");
    String type = error.path("type").asText("");
    return new ProviderMessage(error.path("message").asText(""), code.isEmpty() ? type : code);
  }

  /** FastAPI repeats the whole input beside each message; that stays out. */
  private static String details(JsonNode array) {
    List<String> details = new ArrayList<>();
    for (JsonNode detail : array) {
      List<String> place = new ArrayList<>();
      detail.path("loc").forEach(part -> place.add(part.asText()));
      details.add(String.join(".", place) + ": " + detail.path("msg").asText());
    }
    return String.join("; ", details);
  }
}
