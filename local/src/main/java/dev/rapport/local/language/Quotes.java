package dev.rapport.local.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds pieces between quotation marks that are long enough to be somebody's text rather than a
 * name or a word held up. An apostrophe is no mark: it stands inside a word, or behind one that
 * owns or drops something ("the boys' van"); where that cannot be told, a later mark decides.
 */
final class Quotes {
  private static final int FEWEST_WORDS = 6;

  private final String text;
  private final int to;
  private final List<Span> found = new ArrayList<>();
  private int open = -1;
  private char closer;
  private int depth;
  private int maybeClose = -1;

  private Quotes(String text, int to) {
    this.text = text;
    this.to = to;
  }

  static List<Span> find(String text, int from, int to) {
    Quotes quotes = new Quotes(text, to);
    for (int i = from; i < to; i++) {
      quotes.read(i, from);
    }
    quotes.end();
    return quotes.found;
  }

  private void read(int i, int from) {
    char c = text.charAt(i);
    if (open < 0) {
      char closing = closerOf(c);
      if (closing != 0 && opens(i, from)) {
        open = i;
        closer = closing;
        depth = 0;
        maybeClose = -1;
      }
    } else if (isCloser(c) && closes(i)) {
      closeAt(i);
    } else if (closer == '\'' && c == '\'' && opens(i, from) && !isElision(i)) {
      depth++;
    }
  }

  private void closeAt(int i) {
    if (closer == '\'' && mayBeApostrophe(i)) {
      maybeClose = i;
    } else if (depth > 0) {
      depth--;
      maybeClose = i;
    } else {
      close(i);
    }
  }

  /** A mark that was never closed ends where it could have, else at the end. */
  private void end() {
    if (open >= 0) {
      close(maybeClose >= 0 ? maybeClose : to - 1);
    }
  }

  private void close(int i) {
    int end = Math.min(i + 1, to);
    if (Words.of(text.substring(open, end)).size() >= FEWEST_WORDS) {
      found.add(new Span(open, end, Zone.QUOTED));
    }
    open = -1;
  }

  private static char closerOf(char c) {
    return switch (c) {
      case '"' -> '"';
      case '\'', '‘' -> '\'';
      case '“', '„' -> '”';
      case '«' -> '»';
      case '「' -> '」';
      default -> 0;
    };
  }

  private boolean isCloser(char c) {
    return c == closer || (closer == '\'' && c == '’') || (closer == '”' && (c == '“' || c == '"'));
  }

  private boolean opens(int i, int from) {
    char c = text.charAt(i);
    if (c != '"' && c != '\'' && c != '‘') {
      return true;
    }
    boolean free = i == from || "([{-—–:/>*".indexOf(text.charAt(i - 1)) >= 0 || isSpace(i - 1);
    return free && i + 1 < to && !isSpace(i + 1) && !isElision(i);
  }

  private boolean closes(int i) {
    if (closer != '\'') {
      return true;
    }
    return !isSpace(i - 1) && (i + 1 >= to || !Character.isLetterOrDigit(text.charAt(i + 1)));
  }

  /** "the boys' van", "nothin' but": behind s or in, and the sentence goes on. */
  private boolean mayBeApostrophe(int i) {
    char before = text.charAt(i - 1);
    boolean owns = before == 's' || (before == 'n' && text.charAt(Math.max(0, i - 2)) == 'i');
    return owns
        && i + 2 < to
        && text.charAt(i + 1) == ' '
        && Character.isLowerCase(text.charAt(i + 2));
  }

  /** "'em", "'til", "'90s" begin with an apostrophe. */
  private boolean isElision(int i) {
    char c = text.charAt(i);
    if ((c != '\'' && c != '‘') || i + 1 >= to) {
      return false;
    }
    if (Character.isDigit(text.charAt(i + 1))) {
      return true;
    }
    for (String word : List.of("em", "til", "cause", "cos", "tis", "twas", "bout", "n")) {
      int end = i + 1 + word.length();
      if (text.startsWith(word, i + 1) && (end >= to || !Character.isLetter(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private boolean isSpace(int i) {
    return Character.isWhitespace(text.charAt(i));
  }
}
