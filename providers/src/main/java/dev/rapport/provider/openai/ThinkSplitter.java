package dev.rapport.provider.openai;

/**
 * Takes {@code <think>...</think>} out of a reply that comes in pieces cut anywhere. Only blocks
 * before the answer count, so an answer may speak of the tag. A reply without an opening tag, as
 * Qwen's prompt templates produce, shows itself only at the closing one: what was told as answer
 * until then is taken back.
 */
final class ThinkSplitter {
  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";

  /** Who hears the parts. */
  interface Sink {
    void text(String piece);

    void thinking(String piece);

    /** All text so far was thinking. */
    void takeBack();
  }

  private enum State {
    BEFORE,
    THINKING,
    ANSWER
  }

  private final Sink sink;
  private final StringBuilder held = new StringBuilder();
  private State state = State.BEFORE;
  private boolean thought;

  ThinkSplitter(Sink sink) {
    this.sink = sink;
  }

  void accept(String piece) {
    held.append(piece);
    drain(false);
  }

  void end() {
    drain(true);
  }

  private void drain(boolean last) {
    boolean more = true;
    while (more) {
      more =
          switch (state) {
            case BEFORE -> before(last);
            case THINKING -> thinking(last);
            case ANSWER -> answer(last);
          };
    }
  }

  private boolean before(boolean last) {
    int start = 0;
    while (start < held.length() && Character.isWhitespace(held.charAt(start))) {
      start++;
    }
    String rest = held.substring(start);
    if (rest.startsWith(OPEN)) {
      held.delete(0, start + OPEN.length());
      state = State.THINKING;
      return true;
    }
    if (!last && OPEN.startsWith(rest)) {
      return false;
    }
    if (thought) {
      held.delete(0, start);
    }
    state = State.ANSWER;
    return true;
  }

  private boolean thinking(boolean last) {
    thought = true;
    int close = held.indexOf(CLOSE);
    if (close < 0) {
      tellThinking(safeLength(last));
      return false;
    }
    tellThinking(close);
    held.delete(0, CLOSE.length());
    state = State.BEFORE;
    return true;
  }

  private boolean answer(boolean last) {
    int close = thought ? -1 : held.indexOf(CLOSE);
    if (close < 0) {
      tellText(thought ? held.length() : safeLength(last));
      return false;
    }
    tellText(close);
    sink.takeBack();
    held.delete(0, CLOSE.length());
    thought = true;
    state = State.BEFORE;
    return true;
  }

  private void tellText(int length) {
    if (length > 0) {
      sink.text(held.substring(0, length));
      held.delete(0, length);
    }
  }

  private void tellThinking(int length) {
    if (length > 0) {
      sink.thinking(held.substring(0, length));
      held.delete(0, length);
    }
  }

  /** How much of what is held cannot be the beginning of a closing tag. */
  private int safeLength(boolean last) {
    int length = held.length();
    for (int tail = Math.min(CLOSE.length() - 1, length); tail > 0 && !last; tail--) {
      if (CLOSE.startsWith(held.substring(length - tail))) {
        return length - tail;
      }
    }
    return length;
  }
}
