package dev.rapport.server.proxy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A chat request: its bytes as they came, and where in them is what the proxy needs.
 *
 * @param bytes never changed
 * @param user the field of that name; empty when there is none
 * @param messages in order
 * @param messagesStart behind the opening bracket of the messages
 */
@SuppressWarnings("ArrayRecordComponent")
record ChatBody(byte[] bytes, String user, List<ChatMessage> messages, int messagesStart) {
  private static final JsonFactory JSON = new JsonFactory();

  ChatBody {
    messages = List.copyOf(messages);
  }

  /**
   * @return empty when it is no chat request that can be read: then only the upstream can tell what
   *     it makes of it
   */
  static Optional<ChatBody> read(byte[] bytes) {
    return ChatBodyReader.read(JSON, bytes);
  }

  /** The words of the newest message of the person; empty when there are none. */
  String lastUserText() {
    for (ChatMessage message : messages.reversed()) {
      if (message.isUser()) {
        return text(message);
      }
    }
    return "";
  }

  /** The words that began the conversation; empty when there are none. */
  String firstUserText() {
    return messages.stream().filter(ChatMessage::isUser).findFirst().map(this::text).orElse("");
  }

  /** How often the person has spoken. */
  long userMessages() {
    return messages.stream().filter(ChatMessage::isUser).count();
  }

  private String text(ChatMessage message) {
    List<String> texts = new ArrayList<>();
    message.texts().forEach(span -> texts.add(decode(span)));
    return String.join("\n", texts);
  }

  private String decode(Span span) {
    try (JsonParser parser = JSON.createParser(bytes, span.start(), span.length())) {
      parser.nextToken();
      return parser.getText();
    } catch (IOException e) {
      throw new UncheckedIOException("a string that was read once cannot be read again", e);
    }
  }
}
