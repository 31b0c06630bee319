package dev.rapport.data.personamem;

import dev.rapport.data.DatasetException;
import java.util.function.IntConsumer;

/** One Python string in quotes, one or three of either kind, with all escapes but names. */
final class PythonString {
  private static final String PLAIN = "\\'\"abfnrtv";
  private static final String MEANT = "\\'\"\u0007\b\f\n\r\t\u000B";

  private final String text;
  private final StringBuilder value = new StringBuilder();
  private int at;

  private PythonString(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /**
   * @param start of the opening quote
   * @param end told where the string has ended
   */
  static String read(String text, int start, IntConsumer end) {
    PythonString string = new PythonString(text, start);
    String quote = string.quote();
    string.at += quote.length();
    while (!text.startsWith(quote, string.at)) {
      string.character(quote, start);
    }
    end.accept(string.at + quote.length());
    return string.value.toString();
  }

  private String quote() {
    String three = text.substring(at, at + 1).repeat(3);
    return text.startsWith(three, at) ? three : three.substring(0, 1);
  }

  private void character(String quote, int start) {
    if (at >= text.length() || (quote.length() == 1 && text.charAt(at) == '\n')) {
      throw fault("the string that begins at character %d is not closed".formatted(start + 1));
    }
    char c = text.charAt(at++);
    if (c == '\\') {
      escape();
    } else {
      value.append(c);
    }
  }

  private void escape() {
    if (at >= text.length()) {
      throw fault("nothing after a backslash");
    }
    char c = text.charAt(at++);
    int plain = PLAIN.indexOf(c);
    if (plain >= 0) {
      value.append(MEANT.charAt(plain));
      return;
    }
    switch (c) {
      case '\n' -> {} // a line goes on
      case 'x' -> hex(2);
      case 'u' -> hex(4);
      case 'U' -> hex(8);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
      case 'N' -> throw fault("characters by name are not supported");
      default -> value.append('\\').append(c); // as Python does
    }
  }

  private void hex(int digits) {
    int end = at + digits;
    if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]+")) {
      throw fault("expected %d hexadecimal digits".formatted(digits));
    }
    long point = Long.parseLong(text.substring(at, end), 16);
    if (point > Character.MAX_CODE_POINT) {
      throw fault("there is no such character");
    }
    value.appendCodePoint((int) point);
    at = end;
  }

  private void octal() {
    int end = at;
    while (end < text.length() && end < at + 2 && "01234567".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    value.appendCodePoint(Integer.parseInt(text.substring(at - 1, end), 8));
    at = end;
  }

  private DatasetException fault(String wrong) {
    return new DatasetException(
        "not a Python literal: %s at character %d".formatted(wrong, at + 1));
  }
}
