package dev.rapport.model;

/** Hears a streamed reply piece by piece, in order, from one thread. */
public interface ReplyListener {
  /** A piece of the answer. */
  void onText(String piece);

  /** A piece of the model's thinking. */
  default void onThinking(String piece) {}
}
