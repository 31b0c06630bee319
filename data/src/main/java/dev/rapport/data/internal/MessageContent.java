package dev.rapport.data.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the content of a chat message holds, in any of the shapes that chat protocols give it. */
public final class MessageContent {
  private static final String INLINE = "data:image/jpeg;base64,";

  private MessageContent() {}

  /** Text of a content: itself, or its text parts, joined by spaces; images are passed over. */
  public static String text(JsonNode content) {
    if (content.isTextual()) {
      return content.textValue();
    }
    if (content.isObject()) {
      return text(content.has("parts") ? content.get("parts") : content.path("text"));
    }
    List<String> parts = new ArrayList<>();
    for (JsonNode part : content) {
      String text = part.isTextual() ? part.textValue() : part.path("text").asText("");
      if (!text.isBlank()) {
        parts.add(text);
      }
    }
    return String.join(" ", parts);
  }

  /**
   * Where the images of a content are: a path or an address. PersonaMem-v2 puts the path of an
   * image after the mark of inline data; the mark is taken off.
   */
  public static List<String> images(JsonNode content) {
    List<String> images = new ArrayList<>();
    if (content.isArray()) {
      for (JsonNode part : content) {
        JsonNode image = part.path("image_url");
        String url = image.isTextual() ? image.textValue() : image.path("url").asText("");
        if (!url.isBlank()) {
          images.add(isMarkedPath(url) ? url.substring(INLINE.length()) : url);
        }
      }
    }
    return images;
  }

  private static boolean isMarkedPath(String url) {
    // A dot is no sign of base64, so what has one is the path of a file.
    return url.startsWith(INLINE) && url.indexOf('.', INLINE.length()) >= 0;
  }
}
