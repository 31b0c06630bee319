package dev.rapport.data.personamem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.data.DatasetException;
import java.util.ArrayList;
import java.util.List;

/** Reads one element of a raw persona file. */
final class RawElementReader {
  private RawElementReader() {}

  static RawElement read(String scenario, JsonNode node) {
    if (!node.path("conversations").isArray()) {
      throw new DatasetException("has no list \"conversations\"");
    }
    List<HistoryMessage> messages = new ArrayList<>();
    node.get("conversations").forEach(message -> messages.add(HistoryMessage.read(message)));
    return new RawElement(
        scenario,
        text(node, "preference"),
        text(node, "pref_type"),
        node.hasNonNull("who") ? text(node, "who") : "self",
        node.path("updated").asBoolean(false),
        text(node, "prev_pref"),
        node.hasNonNull("sensitive_info"),
        text(node, "topic_preference"),
        text(node, "topic_query"),
        messages,
        query(node.path("user_query")),
        text(node, "correct_answer"),
        texts(node.path("incorrect_answers")));
  }

  /** Mostly a text; a message where a later step has been over the file. */
  private static String query(JsonNode node) {
    return node.isObject() ? HistoryMessage.read(node).text() : node.asText("");
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText("") : "";
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list) {
      if (item.isTextual() && !item.textValue().isBlank()) {
        texts.add(item.textValue());
      }
    }
    return texts;
  }
}
