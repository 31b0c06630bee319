package dev.rapport.bench.dataset.personamemv1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of texts as Python or JSON prints it: {@code ['it', "isn't", 'a\nb']}. */
final class StringList {
  private static final String ESCAPES = "nrtbf\\'\"/";
  private static final String MEANINGS = "\n\r\t\b\f\\'\"/";

  private final String text;
  private int at;

  private StringList(String text) {
    this.text = text;
  }

  /** None if it is something else. */
  static Optional<List<String>> parse(String text) {
    StringList list = new StringList(text.strip());
    try {
      List<String> items = list.items();
      return list.at == list.text.length() ? Optional.of(items) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<String> items() {
    List<String> items = new ArrayList<>();
    take('[');
    space();
    while (peek() != ']') {
      items.add(item());
      space();
      if (peek() != ']') {
        take(',');
        space();
      }
    }
    take(']');
    return items;
  }

  private String item() {
    char quote = peek();
    if (quote != '\'' && quote != '"') {
      throw new IllegalArgumentException("no quote at " + at);
    }
    at++;
    StringBuilder item = new StringBuilder();
    while (peek() != quote) {
      char c = text.charAt(at++);
      if (c == '\\') {
        escaped(item);
      } else {
        item.append(c);
      }
    }
    at++;
    return item.toString();
  }

  private void escaped(StringBuilder item) {
    char kind = peek();
    at++;
    int known = ESCAPES.indexOf(kind);
    int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (known >= 0) {
      item.append(MEANINGS.charAt(known));
    } else if (digits > 0) {
      if (at + digits > text.length()) {
        throw new IllegalArgumentException("cut off at " + at);
      }
      item.appendCodePoint(Integer.parseInt(text, at, at + digits, 16));
      at += digits;
    } else {
      item.append('\\').append(kind);
    }
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void take(char wanted) {
    if (peek() != wanted) {
      throw new IllegalArgumentException("no %c at %d".formatted(wanted, at));
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw new IllegalArgumentException("cut off at " + at);
    }
    return text.charAt(at);
  }
}
