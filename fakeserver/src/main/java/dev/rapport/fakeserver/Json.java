package dev.rapport.fakeserver;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The bodies of the protocol. */
final class Json {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long CREATED = 1_700_000_000L;

  private Json() {}

  static ObjectNode error(String message, String type, String code) {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode error = body.putObject("error");
    error.put("message", message).put("type", type).putNull("param");
    if (code.isEmpty()) {
      error.putNull("code");
    } else {
      error.put("code", code);
    }
    return body;
  }

  static ObjectNode models(FakeServerConfig config) {
    ObjectNode body = JSON.createObjectNode().put("object", "list");
    ArrayNode data = body.putArray("data");
    for (String model : config.models()) {
      data.addObject()
          .put("id", model)
          .put("object", "model")
          .put("created", CREATED)
          .put("owned_by", config.flavour().owner());
    }
    return body;
  }

  static ObjectNode ollamaTags(FakeServerConfig config) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode models = body.putArray("models");
    config.models().forEach(name -> models.addObject().put("name", name).put("model", name));
    return body;
  }

  static ObjectNode lmStudioModels(FakeServerConfig config) {
    ObjectNode body = JSON.createObjectNode().put("object", "list");
    ArrayNode data = body.putArray("data");
    config.models().forEach(name -> data.addObject().put("id", name).put("type", "llm"));
    return body;
  }

  static ObjectNode status(String name, String value) {
    return JSON.createObjectNode().put(name, value);
  }

  static ObjectNode completion(ChatCall call, Answer answer, Tokens tokens) {
    ObjectNode body = head(call, "chat.completion");
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    if (answer.toolCalls().isEmpty()) {
      message.put("content", answer.content());
    } else {
      message.putNull("content").set("tool_calls", toolCalls(answer));
    }
    if (!answer.reasoningField().isEmpty()) {
      message.put(answer.reasoningField(), answer.thinking());
    }
    choice.put("finish_reason", answer.finish());
    if (answer.usage()) {
      usage(body, tokens);
    }
    return body;
  }

  static List<ObjectNode> chunks(ChatCall call, Answer answer, Tokens tokens) {
    List<ObjectNode> chunks = new ArrayList<>();
    delta(chunks, call).put("role", "assistant").put("content", "");
    if (!answer.reasoningField().isEmpty()) {
      for (String piece : pieces(answer.thinking())) {
        delta(chunks, call).put(answer.reasoningField(), piece);
      }
    }
    for (String piece : pieces(answer.content())) {
      delta(chunks, call).put("content", piece);
    }
    if (!answer.toolCalls().isEmpty()) {
      delta(chunks, call).set("tool_calls", toolCalls(answer));
    }
    delta(chunks, call);
    ((ObjectNode) chunks.getLast().path("choices").path(0)).put("finish_reason", answer.finish());
    if (answer.usage() && call.includeUsage()) {
      ObjectNode last = head(call, "chat.completion.chunk");
      last.putArray("choices");
      usage(last, tokens);
      chunks.add(last);
    }
    return chunks;
  }

  private static ObjectNode head(ChatCall call, String object) {
    return JSON.createObjectNode()
        .put("id", "chatcmpl-" + call.attempt())
        .put("object", object)
        .put("created", CREATED)
        .put("model", call.model());
  }

  private static ObjectNode delta(List<ObjectNode> chunks, ChatCall call) {
    ObjectNode chunk = head(call, "chat.completion.chunk");
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    ObjectNode delta = choice.putObject("delta");
    choice.putNull("finish_reason");
    chunks.add(chunk);
    return delta;
  }

  private static ArrayNode toolCalls(Answer answer) {
    ArrayNode calls = JSON.createArrayNode();
    for (Answer.ToolCall tool : answer.toolCalls()) {
      ObjectNode call = calls.addObject().put("index", calls.size() - 1).put("type", "function");
      call.put("id", "call_" + calls.size());
      call.putObject("function").put("name", tool.name()).put("arguments", tool.arguments());
    }
    return calls;
  }

  private static void usage(ObjectNode body, Tokens tokens) {
    body.putObject("usage")
        .put("prompt_tokens", tokens.input())
        .put("completion_tokens", tokens.output())
        .put("total_tokens", tokens.input() + tokens.output())
        .putObject("prompt_tokens_details")
        .put("cached_tokens", 0);
  }

  /** Words with the space before them, as models emit them. */
  private static List<String> pieces(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("(?= )", -1));
  }
}
