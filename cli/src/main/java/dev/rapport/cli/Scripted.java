package dev.rapport.cli;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.ReplyListener;
import dev.rapport.model.Usage;
import dev.rapport.work.Calls;
import java.util.List;

/**
 * Stands where a model would: takes down what is asked of it, and gives back words that a policy
 * wrote. So training asks and reads exactly as learning and answering do.
 */
final class Scripted implements Calls {
  private final String words;
  private List<ChatMessage> asked = List.of();

  private Scripted(String words) {
    this.words = words;
  }

  static Scripted saying(String words) {
    return new Scripted(words);
  }

  /** Says nothing: for what is asked alone. */
  static Scripted silent() {
    return new Scripted("");
  }

  /** The last request; empty if there was none. */
  List<ChatMessage> asked() {
    return asked;
  }

  @Override
  public ChatReply call(String step, ChatRequest request) {
    asked = request.messages();
    return new ChatReply(words, "", FinishReason.STOP, Usage.UNREPORTED, "policy");
  }

  @Override
  public ChatReply stream(String step, ChatRequest request, ReplyListener listener) {
    return call(step, request);
  }
}
