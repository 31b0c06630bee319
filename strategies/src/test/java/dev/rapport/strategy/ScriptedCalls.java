package dev.rapport.strategy;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.ModelException;
import dev.rapport.model.ReplyListener;
import dev.rapport.model.Usage;
import dev.rapport.work.Calls;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Replies as told, in order, and keeps what was asked. A call too many fails the test. */
public final class ScriptedCalls implements Calls {
  private final Deque<Supplier<ChatReply>> replies = new ArrayDeque<>();
  private final List<ChatRequest> requests = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();

  public static ScriptedCalls replying(String... texts) {
    ScriptedCalls calls = new ScriptedCalls();
    for (String text : texts) {
      calls.replies.addLast(() -> reply(text, FinishReason.STOP));
    }
    return calls;
  }

  public ScriptedCalls thenCut(String text) {
    replies.addLast(() -> reply(text, FinishReason.LENGTH));
    return this;
  }

  public ScriptedCalls thenFailing(ModelException.Kind kind) {
    replies.addLast(
        () -> {
          throw new ModelException(kind, "told to");
        });
    return this;
  }

  private static ChatReply reply(String text, FinishReason finish) {
    return new ChatReply(text, "", finish, Usage.of(10, 5), "scripted-1");
  }

  public int count() {
    return requests.size();
  }

  public List<String> steps() {
    return List.copyOf(steps);
  }

  public ChatRequest request(int index) {
    return requests.get(index);
  }

  /** All messages of a request in one text, roles before them. */
  public String prompt(int index) {
    StringBuilder text = new StringBuilder();
    requests
        .get(index)
        .messages()
        .forEach(
            message ->
                text.append("##### ")
                    .append(message.role())
                    .append('\n')
                    .append(message.content())
                    .append("\n\n"));
    return text.toString();
  }

  @Override
  public ChatReply call(String step, ChatRequest request) {
    steps.add(step);
    requests.add(request);
    Supplier<ChatReply> next = replies.pollFirst();
    if (next == null) {
      throw new AssertionError(
          "call %d, \"%s\", was not expected".formatted(requests.size(), step));
    }
    return next.get();
  }

  @Override
  public ChatReply stream(String step, ChatRequest request, ReplyListener listener) {
    ChatReply reply = call(step, request);
    listener.onText(reply.text());
    return reply;
  }
}
