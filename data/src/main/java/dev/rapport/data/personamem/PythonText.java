package dev.rapport.data.personamem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints values as Python does: {@code repr}, and {@code json.dumps} with all letters kept. */
final class PythonText {
  private PythonText() {}

  /** As {@code repr(value)}, which is also {@code str(value)} of dicts and lists. */
  static String repr(JsonNode value) {
    if (value.isTextual()) {
      return repr(value.textValue());
    }
    if (value.isBoolean()) {
      return flag(value.booleanValue());
    }
    if (value.isNull()) {
      return "None";
    }
    List<String> parts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(item -> parts.add(repr(item)));
      return "[" + String.join(", ", parts) + "]";
    }
    if (value.isObject()) {
      value
          .properties()
          .forEach(field -> parts.add(repr(field.getKey()) + ": " + repr(field.getValue())));
      return "{" + String.join(", ", parts) + "}";
    }
    return value.asText();
  }

  static String flag(boolean value) {
    return value ? "True" : "False";
  }

  /** As {@code json.dumps(value, ensure_ascii=False)}. */
  static String json(JsonNode value) {
    List<String> parts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(item -> parts.add(json(item)));
      return "[" + String.join(", ", parts) + "]";
    }
    if (value.isObject()) {
      value
          .properties()
          .forEach(field -> parts.add(quoted(field.getKey()) + ": " + json(field.getValue())));
      return "{" + String.join(", ", parts) + "}";
    }
    return value.toString();
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  private static String repr(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(quote);
    text.codePoints().forEach(point -> append(out, point, quote));
    return out.append(quote).toString();
  }

  private static void append(StringBuilder out, int point, char quote) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (point == quote) {
          out.append('\\').append(quote);
        } else if (isPrintable(point)) {
          out.appendCodePoint(point);
        } else {
          out.append(escaped(point));
        }
      }
    }
  }

  private static String escaped(int point) {
    if (point <= 0xFF) {
      return String.format(Locale.ROOT, "\\x%02x", point);
    }
    return point <= 0xFFFF
        ? String.format(Locale.ROOT, "\\u%04x", point)
        : String.format(Locale.ROOT, "\\U%08x", point);
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> true;
    };
  }
}
