package dev.rapport.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.model.ChatReply;
import dev.rapport.model.FinishReason;
import dev.rapport.model.Usage;

/** A paid reply as JSON. */
final class ReplyJson {
  private ReplyJson() {}

  static String write(ChatReply reply) {
    ObjectNode node = Json.object();
    node.put("text", reply.text());
    node.put("thinking", reply.thinking());
    node.put("finish", reply.finish().name());
    node.put("model", reply.model());
    node.putObject("usage")
        .put("input", reply.usage().input())
        .put("output", reply.usage().output())
        .put("cachedInput", reply.usage().cachedInput())
        .put("reported", reply.usage().reported());
    return Json.text(node);
  }

  static ChatReply read(String doc) {
    JsonNode node = Json.parse(doc, "A journalled reply");
    JsonNode usage = node.path("usage");
    return new ChatReply(
        Json.string(node, "text"),
        Json.string(node, "thinking"),
        Json.choice(node, "finish", FinishReason.class),
        new Usage(
            Json.number(usage, "input"),
            Json.number(usage, "output"),
            Json.number(usage, "cachedInput"),
            usage.path("reported").asBoolean()),
        Json.string(node, "model"));
  }
}
