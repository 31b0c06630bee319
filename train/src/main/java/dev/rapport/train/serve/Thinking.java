package dev.rapport.train.serve;

/** A reply without what the model thought aloud before it. */
record Thinking(String thinking, String text) {
  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";

  static Thinking split(String reply) {
    int close = reply.indexOf(CLOSE);
    String start = reply.stripLeading();
    if (close < 0) {
      return start.startsWith(OPEN)
          ? new Thinking(start.substring(OPEN.length()).strip(), "")
          : new Thinking("", reply);
    }
    String before = reply.substring(0, close).strip();
    String thinking = before.startsWith(OPEN) ? before.substring(OPEN.length()).strip() : before;
    return new Thinking(thinking, reply.substring(close + CLOSE.length()).strip());
  }
}
