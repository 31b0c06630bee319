package dev.rapport.work;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.ReplyListener;

/** There is no model; to call one is a fault of the caller. */
enum NoCalls implements Calls {
  INSTANCE;

  @Override
  public ChatReply call(String step, ChatRequest request) {
    throw new IllegalStateException(
        "step \"%s\" calls a model but none is configured; set --model".formatted(step));
  }

  @Override
  public ChatReply stream(String step, ChatRequest request, ReplyListener listener) {
    return call(step, request);
  }
}
