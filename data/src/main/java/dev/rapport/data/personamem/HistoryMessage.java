package dev.rapport.data.personamem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.conversation.Role;
import dev.rapport.data.DatasetException;
import dev.rapport.data.internal.MessageContent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One message of a PersonaMem-v2 history.
 *
 * @param text the text parts, joined by spaces
 * @param images paths or addresses; most messages have none
 */
public record HistoryMessage(Role role, String text, List<String> images) {
  public HistoryMessage {
    images = List.copyOf(images);
  }

  /** A message of text alone. */
  public static HistoryMessage of(Role role, String text) {
    return new HistoryMessage(role, text, List.of());
  }

  static HistoryMessage read(JsonNode node) {
    JsonNode content = node.path("content");
    boolean said = content.isTextual() || content.isContainerNode();
    if (!node.path("role").isTextual() || !said) {
      throw new DatasetException(
          "a message must have a \"role\" and a \"content\", but this is %s"
              .formatted(start(node.toString())));
    }
    return of(role(node.get("role").textValue()), content);
  }

  /**
   * @param content a text or parts; of anything else, such as null, there is no text
   */
  static HistoryMessage of(Role role, JsonNode content) {
    return new HistoryMessage(role, MessageContent.text(content), MessageContent.images(content));
  }

  private static Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DatasetException(
                    "role \"%s\" is unknown. Write user, assistant, system or tool."
                        .formatted(start(name))));
  }

  /** As published: a text, or with images a list of parts. */
  JsonNode write() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    ObjectNode message = nodes.objectNode();
    message.put("role", role.name().toLowerCase(Locale.ROOT));
    if (images.isEmpty()) {
      return message.put("content", text);
    }
    var parts = message.putArray("content");
    parts.addObject().put("type", "text").put("text", text);
    for (String image : images) {
      parts.addObject().put("type", "image_url").putObject("image_url").put("url", image);
    }
    return message;
  }

  static String start(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
