package dev.rapport.fakeserver;

import java.util.function.ToIntFunction;

/** Tokens of one attempt, by the server's own counting. */
record Tokens(long input, long output) {
  static final Tokens NONE = new Tokens(0, 0);

  static Tokens of(ToIntFunction<String> counter, ChatCall call, Answer answer) {
    return new Tokens(
        counter.applyAsInt(call.prompt()),
        counter.applyAsInt(answer.thinking() + " " + answer.text()));
  }
}
