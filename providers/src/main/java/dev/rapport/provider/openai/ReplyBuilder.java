package dev.rapport.provider.openai;

import dev.rapport.model.ChatReply;
import dev.rapport.model.FinishReason;
import dev.rapport.model.ReplyListener;
import dev.rapport.model.Usage;

/** Gathers a reply from its pieces and tells a listener of them. */
final class ReplyBuilder implements ThinkSplitter.Sink {
  private final ReplyListener listener;
  private final ThinkSplitter splitter = new ThinkSplitter(this);
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder thinking = new StringBuilder();
  private FinishReason finish = FinishReason.UNKNOWN;
  private boolean finished;
  private Usage usage = Usage.UNREPORTED;
  private String model;

  ReplyBuilder(String model, ReplyListener listener) {
    this.model = model;
    this.listener = listener;
  }

  void content(String piece) {
    splitter.accept(piece);
  }

  void finish(FinishReason reason) {
    // A refusal ends with an ordinary stop.
    finish = finish == FinishReason.FILTERED ? finish : reason;
    finished = true;
  }

  void usage(Usage value) {
    usage = value;
  }

  void model(String name) {
    model = name;
  }

  Usage usage() {
    return usage;
  }

  /** Whether the provider said that the reply is over. */
  boolean isFinished() {
    return finished;
  }

  ChatReply build() {
    splitter.end();
    return new ChatReply(text.toString(), thinking.toString().strip(), finish, usage, model);
  }

  @Override
  public void text(String piece) {
    text.append(piece);
    listener.onText(piece);
  }

  @Override
  public void thinking(String piece) {
    thinking.append(piece);
    listener.onThinking(piece);
  }

  @Override
  public void takeBack() {
    thinking.append(text);
    text.setLength(0);
  }
}
