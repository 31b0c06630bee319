package dev.rapport.data.personamem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.data.DatasetException;
import dev.rapport.data.internal.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Walks one history file; of its messages only one is in memory at a time. */
final class HistoryParser implements Iterator<HistoryMessage>, AutoCloseable {
  private static final int DEEPEST = 3;

  private final Path file;
  private final JsonParser json;
  private int count;

  private HistoryParser(Path file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  static HistoryParser open(Path file) {
    try {
      return new HistoryParser(file, OfficialJson.MAPPER.createParser(TextFile.open(file)));
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
  }

  /** The object {@code metadata} of the file, wherever in it that is. */
  Optional<JsonNode> metadata() {
    return step(
        () -> {
          if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
          }
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = json.currentName().equals("metadata");
            if (json.nextToken() == JsonToken.START_OBJECT && found) {
              return Optional.of(OfficialJson.MAPPER.<JsonNode>readTree(json));
            }
            json.skipChildren();
          }
          return Optional.empty();
        });
  }

  /** Goes to the first message of the first list of objects. */
  void findMessages() {
    boolean found = step(() -> json.nextToken() != null && descend(0));
    if (!found) {
      throw new DatasetException(
          "%s has no list of messages. Give a chat history: {\"metadata\": ..., \"chat_history\": [...]}."
              .formatted(file));
    }
  }

  private boolean descend(int depth) throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_OBJECT || first == JsonToken.END_ARRAY) {
        return true;
      }
      while (first != JsonToken.END_ARRAY) {
        json.skipChildren();
        first = json.nextToken();
      }
      return false;
    }
    if (json.currentToken() != JsonToken.START_OBJECT || depth > DEEPEST) {
      json.skipChildren();
      return false;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean metadata = json.currentName().equals("metadata");
      json.nextToken();
      if (metadata) {
        json.skipChildren();
      } else if (descend(depth + 1)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean hasNext() {
    return json.currentToken() == JsonToken.START_OBJECT;
  }

  @Override
  public HistoryMessage next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more messages in " + file);
    }
    JsonNode node =
        step(
            () -> {
              JsonNode read = OfficialJson.MAPPER.readTree(json);
              JsonToken after = json.nextToken();
              if (after != JsonToken.START_OBJECT && after != JsonToken.END_ARRAY) {
                throw new DatasetException(
                    "%s, message %d: is no object. Write {\"role\": ..., \"content\": ...}."
                        .formatted(file, count + 1));
              }
              return read;
            });
    try {
      HistoryMessage message = HistoryMessage.read(node);
      count++;
      return message;
    } catch (DatasetException e) {
      throw new DatasetException("%s, message %d: %s".formatted(file, count, e.getMessage()), e);
    }
  }

  private <T> T step(Reading<T> reading) {
    try {
      return reading.read();
    } catch (JsonProcessingException e) {
      throw new DatasetException(
          "%s, line %d, column %d: broken or cut-off JSON. Mend the file there, or fetch it again."
              .formatted(file, e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    } catch (IOException | UncheckedIOException e) {
      throw new DatasetException(
          "%s cannot be read: %s. Check the disk.".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    try {
      json.close();
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }
}
