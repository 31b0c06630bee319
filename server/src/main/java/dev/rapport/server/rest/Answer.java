package dev.rapport.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What a route answers. */
sealed interface Answer {
  /** Everything at once. */
  record Whole(int status, String type, byte[] body, Map<String, String> headers)
      implements Answer {
    public Whole {
      headers = Map.copyOf(headers);
    }
  }

  /** Was written to the connection piece by piece. */
  record Sent() implements Answer {}

  static Whole json(int status, JsonNode body) {
    return json(status, body.toString());
  }

  static Whole json(JsonNode body) {
    return json(200, body);
  }

  static Whole json(int status, String body) {
    return text(status, "application/json", body);
  }

  static Whole text(int status, String type, String body) {
    return new Whole(
        status, type, body.getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of());
  }

  static Whole nothing() {
    return new Whole(204, "", new byte[0], Map.of());
  }
}
