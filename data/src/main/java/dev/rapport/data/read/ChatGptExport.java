package dev.rapport.data.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.data.internal.MessageContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One conversation of ChatGPT's conversations.json. Its messages form a tree, since every
 * regenerated answer is a branch; the branch the person last saw is the conversation.
 */
final class ChatGptExport {
  private ChatGptExport() {}

  static List<Message> messages(JsonNode conversation, String name) {
    JsonNode mapping = conversation.get("mapping");
    Set<String> upwards = new LinkedHashSet<>();
    String id = conversation.path("current_node").asText("");
    if (!mapping.has(id)) {
      id = lastLeaf(mapping);
    }
    while (mapping.has(id) && upwards.add(id)) {
      id = mapping.get(id).path("parent").asText("");
    }
    List<Message> messages = new ArrayList<>();
    for (String node : new ArrayList<>(upwards).reversed()) {
      message(mapping.get(node).path("message"), name).ifPresent(messages::add);
    }
    return messages;
  }

  private static String lastLeaf(JsonNode mapping) {
    String last = "";
    for (Map.Entry<String, JsonNode> node : mapping.properties()) {
      if (node.getValue().path("children").isEmpty()) {
        last = node.getKey();
      }
    }
    return last;
  }

  private static Optional<Message> message(JsonNode message, String conversation) {
    Optional<Role> role = Roles.named(message.path("author").path("role").asText(""));
    boolean hidden =
        message.path("metadata").path("is_visually_hidden_from_conversation").asBoolean(false);
    String text = MessageContent.text(message.path("content"));
    if (role.isEmpty() || hidden || text.isBlank()) {
      return Optional.empty();
    }
    Instant at = Times.of(message.path("create_time"));
    return Optional.of(new Message(conversation, role.get(), text, at));
  }
}
