package dev.rapport.provider.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ModelException;
import dev.rapport.model.ReplyListener;
import dev.rapport.model.Usage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the body of an accepted request, whole or as a stream, whichever the server sends. */
final class ReplyReader {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DONE = "[DONE]";

  private final Failures failures;
  private final Exchange exchange;
  private final ReplyBuilder reply;
  private final SseParser events = new SseParser();
  private boolean heard;
  private boolean done;

  ReplyReader(OpenAiConfig config, Failures failures, Exchange exchange, ReplyListener listener) {
    this.failures = failures;
    this.exchange = exchange;
    this.reply = new ReplyBuilder(config.model(), listener);
  }

  ChatReply whole() {
    return whole(bytes(exchange.next(Usage.UNREPORTED)));
  }

  ChatReply streamed() {
    byte[] first = exchange.next(Usage.UNREPORTED);
    if (new String(first, StandardCharsets.UTF_8).stripLeading().startsWith("{")) {
      return whole(bytes(first));
    }
    try {
      byte[] bytes = first;
      while (bytes.length > 0 && !done) {
        hear(events.accept(bytes));
        bytes = done ? bytes : exchange.next(reply.usage());
      }
      hear(events.end());
    } catch (ModelException e) {
      // Broken after the last word: the reply is whole, only the farewell is missing.
      if (!reply.isFinished() || e.kind() != ModelException.Kind.UNAVAILABLE) {
        throw e;
      }
    }
    if (!heard) {
      throw failures.malformed("no event in the stream" + contentType(), Usage.UNREPORTED);
    }
    if (!done && !reply.isFinished()) {
      throw failures.broken(reply.usage());
    }
    exchange.finish();
    return reply.build();
  }

  private byte[] bytes(byte[] first) {
    var body = new ByteArrayOutputStream();
    for (byte[] b = first; b.length > 0; b = exchange.next(Usage.UNREPORTED)) {
      body.writeBytes(b);
    }
    return body.toByteArray();
  }

  private ChatReply whole(byte[] body) {
    JsonNode json = json(new String(body, StandardCharsets.UTF_8));
    failOnError(json);
    ReplyJson.read(json, reply);
    if (!json.path("choices").path(0).path("message").isObject()) {
      throw failures.malformed("a reply without a message", reply.usage());
    }
    return reply.build();
  }

  private void hear(List<String> data) {
    for (String event : data) {
      heard = true;
      if (event.strip().equals(DONE)) {
        done = true;
      } else if (!done) {
        JsonNode json = json(event);
        failOnError(json);
        ReplyJson.read(json, reply);
      }
    }
  }

  private void failOnError(JsonNode json) {
    if (ProviderMessage.isError(json)) {
      throw failures.reported(ProviderMessage.of(json), reply.usage());
    }
  }

  private JsonNode json(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw failures.malformed("no JSON where a reply should be" + contentType(), reply.usage());
    }
    throw failures.malformed("JSON that is no reply" + contentType(), reply.usage());
  }

  private String contentType() {
    String type = exchange.headers().firstValue("content-type").orElse("none");
    return ", content type %s".formatted(type);
  }
}
