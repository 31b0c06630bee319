package dev.rapport.data.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.conversation.Message;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Walks JSON of any of the shapes that hold messages, several values in a row (JSON lines) too.
 * Objects are descended into; of lists, each element is read whole, so that only one conversation
 * is in memory at a time, and of one long conversation only one message.
 */
final class JsonReader implements ConversationReader {
  private static final int LONGEST_TEXT = 256 << 20;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
              .build());

  private final Path file;
  private final CountingStream bytes;
  private final JsonParser parser;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final Deque<Message> ready = new ArrayDeque<>();
  private boolean ended;
  private boolean any;

  JsonReader(Path file, Reader text, CountingStream bytes) throws IOException {
    this.file = file;
    this.bytes = bytes;
    this.parser = MAPPER.createParser(text);
  }

  @Override
  public String format() {
    return "JSON messages";
  }

  @Override
  public long bytesRead() {
    return bytes.count();
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !ended) {
      step();
    }
    any |= !ready.isEmpty();
    return !ready.isEmpty();
  }

  @Override
  public Message next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more messages in " + file);
    }
    return ready.remove();
  }

  private void step() {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        end();
      } else {
        take(token);
      }
    } catch (JsonProcessingException e) {
      ended = true;
      throw new ConversationFormatException(
          "%s, line %d, column %d: broken or cut-off JSON (%s); messages before it were read. Mend the file there"
              .formatted(
                  file,
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  firstLine(e.getOriginalMessage())));
    } catch (IOException e) {
      ended = true;
      throw new ConversationFormatException(
          "%s cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.length() > 120 ? line.substring(0, 120) + "…" : line;
  }

  private void end() {
    ended = true;
    if (!any) {
      throw new ConversationFormatException(
          "%s is JSON without messages; it needs objects with \"role\" and \"content\", or an export's conversations"
              .formatted(file));
    }
  }

  private void take(JsonToken token) throws IOException {
    Level level = levels.peek();
    switch (token) {
      case START_OBJECT -> {
        if (level != null && level.list) {
          ready.addAll(MessageNodes.in(tree(), place(level.path + "[" + level.count++ + "]")));
        } else {
          levels.push(new Level(path(level), false));
        }
      }
      case START_ARRAY -> {
        if (level != null && level.isContent()) {
          level.fields.put(level.key, tree());
        } else {
          levels.push(new Level(path(level), true));
        }
      }
      case FIELD_NAME -> {
        if (level != null) {
          level.key = parser.currentName();
        }
      }
      case END_ARRAY -> levels.pop();
      case END_OBJECT -> {
        Level closed = levels.pop();
        JsonNode object = MAPPER.valueToTree(closed.fields);
        ready.addAll(MessageNodes.message(object, "", place(closed.path)));
      }
      default -> {
        if (level != null && !level.list && MessageFields.NAMES.contains(level.key)) {
          level.fields.put(level.key, tree());
        }
      }
    }
  }

  private JsonNode tree() throws IOException {
    JsonNode tree = MAPPER.readTree(parser);
    return tree == null ? MAPPER.nullNode() : tree;
  }

  private static String path(@Nullable Level level) {
    if (level == null) {
      return "";
    }
    return level.list ? level.path + "[" + level.count++ + "]" : level.path + "/" + level.key;
  }

  private String place(String path) {
    return path.isEmpty() ? file.getFileName().toString() : path;
  }

  @Override
  public void close() throws IOException {
    parser.close();
    bytes.close();
  }

  /** An object or list that is being walked. */
  private static final class Level {
    private final String path;
    private final boolean list;
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();
    private String key = "";
    private int count;

    private Level(String path, boolean list) {
      this.path = path;
      this.list = list;
    }

    private boolean isContent() {
      return !list && key.equals("content");
    }
  }
}
