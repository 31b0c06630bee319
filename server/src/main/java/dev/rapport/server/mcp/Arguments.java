package dev.rapport.server.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client gave a tool; every reader says what is wrong with it and how to mend it. */
final class Arguments {
  private static final int MOST_CHARACTERS = 100_000;

  private final Map<String, Object> given;

  private Arguments(Map<String, Object> given) {
    this.given = given;
  }

  static Arguments of(@Nullable Map<String, Object> given) {
    return new Arguments(given == null ? Map.of() : given);
  }

  /** Empty when it was not given. */
  String text(String name) {
    return text(name, given.get(name));
  }

  String requiredText(String name) {
    String text = text(name);
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "argument \"%s\" is missing; give it as text".formatted(name));
    }
    return text;
  }

  /** Empty when it was not given. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object one : list(name)) {
      texts.add(text(name, one));
    }
    return texts;
  }

  List<Arguments> objects(String name) {
    List<Arguments> objects = new ArrayList<>();
    for (Object one : list(name)) {
      if (!(one instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException(
            "argument \"%s\" must be a list of objects; it holds something else".formatted(name));
      }
      Map<String, Object> fields = new java.util.LinkedHashMap<>();
      map.forEach((key, value) -> fields.put(String.valueOf(key), value));
      objects.add(new Arguments(fields));
    }
    return objects;
  }

  private List<?> list(String name) {
    Object value = given.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("argument \"%s\" must be a list".formatted(name));
  }

  private static String text(String name, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (!(value instanceof String text)) {
      throw new IllegalArgumentException("argument \"%s\" must be text".formatted(name));
    }
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "argument \"%s\" has %d characters, at most %d are taken; send it in pieces"
              .formatted(name, text.length(), MOST_CHARACTERS));
    }
    return text;
  }
}
