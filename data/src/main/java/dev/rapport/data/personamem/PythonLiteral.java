package dev.rapport.data.personamem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.data.DatasetException;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Reads what Python prints of plain values, as {@code ast.literal_eval} does: strings, numbers,
 * {@code None}, {@code True}, {@code False}, dicts with string keys, lists and tuples. A tuple
 * comes out as a list. Bytes, sets, raw and formatted strings are refused.
 */
public final class PythonLiteral {
  /** Deeper nesting is no data; it would only exhaust the stack. */
  private static final int DEEPEST = 100;

  private static final Pattern INTEGER = Pattern.compile("[+-]?(0+|[1-9][0-9]*)");
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?(([0-9]+\\.[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+)");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String text;
  private int at;
  private int depth;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /**
   * @throws DatasetException if the text is anything else; the message has the position, from 1
   */
  public static JsonNode parse(String text) {
    PythonLiteral parser = new PythonLiteral(text);
    JsonNode value = parser.value();
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.fault("there is more after the value");
    }
    return value;
  }

  private JsonNode value() {
    skipSpace();
    if (++depth > DEEPEST) {
      throw fault("nested deeper than %d".formatted(DEEPEST));
    }
    char c = peek();
    JsonNode value =
        switch (c) {
          case '{' -> dict();
          case '[' -> list(']');
          case '(' -> list(')');
          case '\'', '"' -> NODES.textNode(strings());
          default -> wordOrNumber();
        };
    depth--;
    return value;
  }

  private ObjectNode dict() {
    ObjectNode dict = NODES.objectNode();
    at++;
    while (!closes('}')) {
      if (peek() != '\'' && peek() != '"') {
        throw fault("expected a key in quotes");
      }
      String key = strings();
      skipSpace();
      expect(':');
      dict.set(key, value());
      comma('}');
    }
    return dict;
  }

  private JsonNode list(char end) {
    ArrayNode list = NODES.arrayNode();
    at++;
    boolean comma = false;
    while (!closes(end)) {
      list.add(value());
      comma |= comma(end);
    }
    // (1) is a number in brackets; (1,) is a tuple.
    return end == ')' && !comma && list.size() == 1 ? list.get(0) : list;
  }

  /** Strings side by side are one string. */
  private String strings() {
    StringBuilder joined = new StringBuilder();
    do {
      joined.append(PythonString.read(text, at, end -> at = end));
      skipSpace();
    } while (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"'));
    return joined.toString();
  }

  private JsonNode wordOrNumber() {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "None" -> NODES.nullNode();
      case "True" -> NODES.booleanNode(true);
      case "False" -> NODES.booleanNode(false);
      default -> number(word, start);
    };
  }

  private JsonNode number(String word, int start) {
    String digits = word.replaceAll("(?<=[0-9])_(?=[0-9])", "");
    if (INTEGER.matcher(digits).matches()) {
      return NODES.numberNode(new BigInteger(digits));
    }
    if (FLOAT.matcher(digits).matches()) {
      return NODES.numberNode(Double.parseDouble(digits));
    }
    at = start;
    throw fault("expected a value");
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '+' || c == '-';
  }

  private boolean closes(char end) {
    skipSpace();
    if (peek() == end) {
      at++;
      return true;
    }
    return false;
  }

  private boolean comma(char end) {
    skipSpace();
    if (peek() == end) {
      return false;
    }
    expect(',');
    return true;
  }

  private void expect(char c) {
    if (peek() != c) {
      throw fault("expected \"%s\"".formatted(c));
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw fault("it ends too early");
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private DatasetException fault(String wrong) {
    return new DatasetException(
        "not a Python literal: %s at character %d".formatted(wrong, at + 1));
  }
}
