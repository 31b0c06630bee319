package dev.rapport.fakeserver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** Everything but chat: the lists and signs of life by which servers are told apart. */
final class Routes {
  private Routes() {}

  static void serve(Received received, FakeServerConfig config, Wire wire) throws IOException {
    try {
      authorise(received, config);
      ObjectNode body = body(received, config);
      wire.reply(200, "application/json", body.toString(), Map.of());
    } catch (ProtocolException refused) {
      ObjectNode body = Json.error(refused.text(), "invalid_request_error", refused.code());
      wire.reply(refused.status(), "application/json", body.toString(), Map.of());
    }
  }

  static void authorise(Received received, FakeServerConfig config) throws ProtocolException {
    boolean shown = received.header("authorization").equals("Bearer " + config.apiKey());
    if (!config.apiKey().isEmpty() && !shown) {
      throw new ProtocolException(
          401,
          "invalid_api_key",
          "Incorrect API key provided: "
              + received.header("authorization").replaceFirst("^Bearer ", ""));
    }
  }

  private static ObjectNode body(Received received, FakeServerConfig config)
      throws ProtocolException {
    String asked = received.method() + " " + received.path();
    Flavour flavour = config.flavour();
    if (asked.equals("GET /v1/models")) {
      return Json.models(config);
    }
    if (asked.equals("GET /api/tags") && flavour == Flavour.OLLAMA) {
      return Json.ollamaTags(config);
    }
    if (asked.equals("GET /health") && flavour == Flavour.LLAMACPP) {
      return Json.status("status", "ok");
    }
    if (asked.equals("GET /version") && flavour == Flavour.VLLM) {
      return Json.status("version", "0.11.0");
    }
    if (asked.equals("GET /api/v0/models") && flavour == Flavour.LMSTUDIO) {
      return Json.lmStudioModels(config);
    }
    if (flavour == Flavour.LMSTUDIO) {
      // LM Studio answers strangers with status 200 and an error.
      return Json.status("error", "Unexpected endpoint or method. (%s)".formatted(asked));
    }
    throw new ProtocolException(404, "", "Invalid URL (%s)".formatted(asked));
  }
}
