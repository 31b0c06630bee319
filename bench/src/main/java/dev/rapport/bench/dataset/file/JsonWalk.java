package dev.rapport.bench.dataset.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.data.DatasetException;
import dev.rapport.data.internal.JsonPlace;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A walk over one JSON value, a step at a time; it stands on a value or at the end of an object or
 * list. Every fault names file and place. Not safe for several threads.
 */
public final class JsonWalk implements AutoCloseable {
  private final Path file;
  private final Spot start;
  private final JsonParser parser;
  private String field = "";

  private JsonWalk(Path file, Spot start, JsonParser parser) {
    this.file = file;
    this.start = start;
    this.parser = parser;
  }

  static JsonWalk start(Path file, Spot start, JsonParser parser) {
    JsonWalk walk = new JsonWalk(file, start, parser);
    if (walk.step() == null) {
      walk.close();
      throw walk.fault("is empty", "Fetch the file again.");
    }
    return walk;
  }

  /** Goes into the object it stands on. */
  public void enterObject() {
    require(JsonToken.START_OBJECT, "Write an object.");
  }

  /** Goes into the list it stands on. */
  public void enterList() {
    require(JsonToken.START_ARRAY, "Write a list.");
  }

  /** To the next field's value, or out of the object. */
  public boolean nextField() {
    if (step() != JsonToken.FIELD_NAME) {
      return false;
    }
    field = name();
    step();
    return true;
  }

  /** To the next element, or out of the list. */
  public boolean nextElement() {
    JsonToken token = step();
    if (token == null) {
      throw fault("ends in the middle of a list", "Fetch the file again.");
    }
    return token != JsonToken.END_ARRAY;
  }

  /** To the next of several values in a row (JSON lines), or to the file's end. */
  public boolean nextValue() {
    return step() != null;
  }

  /** The name of the field it last went to. */
  public String field() {
    return field;
  }

  /** Passes over what is inside the value it stands on. */
  public void skip() {
    try {
      parser.skipChildren();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** What it stands on. */
  @Nullable JsonToken token() {
    return parser.currentToken();
  }

  /** Whether it stands on {@code true}. */
  public boolean isTrue() {
    return parser.currentToken() == JsonToken.VALUE_TRUE;
  }

  /** The text it stands on. */
  public String text() {
    require(JsonToken.VALUE_STRING, "Write a text.");
    try {
      return parser.getText();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** The text, number or truth value it stands on, as a text; empty for null. */
  public String scalar() {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return "";
    }
    if (parser.currentToken() == null || !parser.currentToken().isScalarValue()) {
      throw fault("is " + kind(), "Write a text or a number.");
    }
    try {
      return parser.getText();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** The whole value it stands on. */
  public JsonPlace tree() {
    String pointer = pointer();
    try {
      JsonNode node = parser.readValueAsTree();
      return JsonPlace.of(file.toString(), pointer, node);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Where the value it stands on begins. */
  public Spot spot() {
    return new Spot(start.offset() + parser.currentTokenLocation().getByteOffset(), pointer());
  }

  /** Checks that nothing follows. */
  public void end() {
    if (step() != null) {
      throw fault("goes on after its end", "Fetch the file again, or cut it there.");
    }
  }

  /** A fault where it stands: what is wrong, and what to do about it. */
  public DatasetException fault(String wrong, String mend) {
    String place = pointer();
    return new DatasetException(
        "%s, %s: %s. %s".formatted(file, place.isEmpty() ? "/" : place, wrong, mend));
  }

  private String pointer() {
    return start.pointer() + parser.getParsingContext().pathAsPointer();
  }

  private void require(JsonToken wanted, String mend) {
    if (parser.currentToken() != wanted) {
      throw fault("is " + kind(), mend);
    }
  }

  private String kind() {
    return switch (parser.currentToken()) {
      case null -> "nothing";
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NULL -> "null";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      default -> "no value";
    };
  }

  private String name() {
    try {
      return parser.currentName();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private @Nullable JsonToken step() {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private DatasetException broken(IOException e) {
    String what =
        e instanceof JsonProcessingException json
            ? "not JSON here (%s)".formatted(firstLine(json.getOriginalMessage()))
            : "cannot be read (%s)".formatted(e.getMessage());
    long at = start.offset() + parser.currentLocation().getByteOffset();
    return new DatasetException(
        "%s, %s, byte %d: %s. Fetch the file again, or mend it there."
            .formatted(file, pointer().isEmpty() ? "/" : pointer(), at, what),
        e);
  }

  private static String firstLine(String message) {
    // What follows is about the parser, not about the file.
    String line = message.lines().findFirst().orElse("").split(": enable| \\(start marker", 2)[0];
    return line.length() > 120 ? line.substring(0, 120) + "…" : line;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new DatasetException("%s cannot be closed: %s".formatted(file, e.getMessage()), e);
    }
  }
}
