package dev.rapport.data.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.data.internal.MessageContent;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds messages in one JSON object: the object itself, or those in a list it holds. Nothing but a
 * role, a content and a time is ever read, so what annotators added stays out.
 */
final class MessageNodes {
  private static final List<String> LISTS =
      List.of("messages", "conversations", "chat_history", "chat_messages", "turns");
  private static final List<String> SPEAKERS = List.of("role", "from", "sender", "author");
  private static final List<String> CONTENTS = List.of("content", "value", "text");
  private static final List<String> TIMES =
      List.of("create_time", "created_at", "timestamp", "time", "at");
  private static final List<String> NAMES = List.of("conversation_id", "id", "uuid");

  private MessageNodes() {}

  /**
   * @param place for errors and, where the object has no name, to name the conversation
   */
  static List<Message> in(JsonNode object, String place) {
    if (object.path("mapping").isObject()) {
      return ChatGptExport.messages(object, name(object, place));
    }
    for (String list : LISTS) {
      if (object.path(list).isArray()) {
        String name = name(object, place);
        List<Message> messages = new ArrayList<>();
        object.get(list).forEach(node -> messages.addAll(message(node, name, place)));
        return messages;
      }
    }
    return message(object, "", place);
  }

  /** One message, or none if the object is something else. */
  static List<Message> message(JsonNode node, String conversation, String place) {
    JsonNode speaker = first(node, SPEAKERS);
    JsonNode content = first(node, CONTENTS);
    if (!speaker.isTextual() || content.isMissingNode()) {
      return List.of();
    }
    Role role =
        Roles.named(speaker.textValue())
            .orElseThrow(
                () ->
                    new ConversationFormatException(
                        "%s: role \"%s\" is not known; it must be user, assistant, system or tool"
                            .formatted(place, speaker.textValue())));
    return List.of(
        new Message(
            conversation, role, MessageContent.text(content), Times.of(first(node, TIMES))));
  }

  private static JsonNode first(JsonNode node, List<String> keys) {
    for (String key : keys) {
      JsonNode value = node.path(key);
      if (!value.isMissingNode() && !value.isNull()) {
        return value;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  private static String name(JsonNode object, String place) {
    JsonNode name = first(object, NAMES);
    return name.isTextual() ? name.textValue() : place;
  }
}
