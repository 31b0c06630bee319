package dev.rapport.server.proxy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the places in a request by one pass over its bytes, decoding only names and roles: a
 * picture of ten megabytes is skipped, not read. Of repeated names the last one counts, as for the
 * servers behind.
 */
final class ChatBodyReader {
  private final byte[] bytes;
  private final JsonParser parser;
  private String user = "";
  private List<ChatMessage> messages = List.of();
  private int messagesStart = -1;

  private ChatBodyReader(byte[] bytes, JsonParser parser) {
    this.bytes = bytes;
    this.parser = parser;
  }

  static Optional<ChatBody> read(JsonFactory json, byte[] bytes) {
    if (bytes.length == 0 || (bytes[0] & 0xff) >= 0x80) {
      // A byte-order mark would shift every place.
      return Optional.empty();
    }
    try (JsonParser parser = json.createParser(bytes)) {
      return new ChatBodyReader(bytes, parser).read();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<ChatBody> read() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "user" -> user = value == JsonToken.VALUE_STRING ? parser.getText() : "";
        case "messages" -> readMessages(value);
        default -> parser.skipChildren();
      }
    }
    boolean whole = parser.nextToken() == null;
    return whole && messagesStart >= 0
        ? Optional.of(new ChatBody(bytes, user, messages, messagesStart))
        : Optional.empty();
  }

  private void readMessages(JsonToken value) throws IOException {
    messages = List.of();
    messagesStart = -1;
    if (value != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    int start = behindToken();
    List<ChatMessage> found = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      found.add(readMessage());
    }
    messages = found;
    messagesStart = start;
  }

  private ChatMessage readMessage() throws IOException {
    String role = "";
    ContentPlace content = ContentPlace.NONE;
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return content.of(role);
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "role" -> role = value == JsonToken.VALUE_STRING ? parser.getText() : "";
        case "content" -> content = readContent(value);
        default -> parser.skipChildren();
      }
    }
    return content.of(role);
  }

  private ContentPlace readContent(JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_STRING) {
      Span text = stringSpan();
      return new ContentPlace(
          ChatMessage.Content.TEXT, List.of(text), text.end() - 1, text.length() == 2);
    }
    if (value != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return ContentPlace.NONE;
    }
    List<Span> texts = new ArrayList<>();
    boolean empty = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      empty = false;
      readPart().ifPresent(texts::add);
    }
    return new ContentPlace(ChatMessage.Content.PARTS, texts, behindToken() - 1, empty);
  }

  private Optional<Span> readPart() throws IOException {
    String type = "";
    Optional<Span> text = Optional.empty();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return text;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "type" -> type = value == JsonToken.VALUE_STRING ? parser.getText() : "";
        case "text" ->
            text = value == JsonToken.VALUE_STRING ? Optional.of(stringSpan()) : skipped(parser);
        default -> parser.skipChildren();
      }
    }
    return type.equals("text") ? text : Optional.empty();
  }

  private static Optional<Span> skipped(JsonParser parser) throws IOException {
    parser.skipChildren();
    return Optional.empty();
  }

  private Span stringSpan() throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    parser.finishToken();
    return new Span(start, behindToken());
  }

  private int behindToken() {
    return (int) parser.currentLocation().getByteOffset();
  }

  /** A content before its message's role is known: it may stand behind. */
  private record ContentPlace(ChatMessage.Content kind, List<Span> texts, int end, boolean empty) {
    private static final ContentPlace NONE =
        new ContentPlace(ChatMessage.Content.OTHER, List.of(), -1, true);

    private ChatMessage of(String role) {
      return new ChatMessage(role, kind, texts, end, empty);
    }
  }
}
