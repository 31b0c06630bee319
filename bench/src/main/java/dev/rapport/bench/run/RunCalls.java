package dev.rapport.bench.run;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.ModelException;
import dev.rapport.model.ModelRole;
import dev.rapport.model.ReplyListener;
import dev.rapport.work.Calls;
import dev.rapport.work.LeaseLostException;
import java.util.function.Supplier;

/**
 * Calls of a run. When the limits are reached, or the set-up is so wrong that a model never
 * answered once, the run ends, which no piece of work may take for its own failure.
 */
record RunCalls(Calls calls, Account account, ModelRole role) implements Calls {
  @Override
  public ChatReply call(String step, ChatRequest request) {
    return guarded(() -> calls.call(step, request));
  }

  @Override
  public ChatReply stream(String step, ChatRequest request, ReplyListener listener) {
    return guarded(() -> calls.stream(step, request, listener));
  }

  private ChatReply guarded(Supplier<ChatReply> call) {
    try {
      return call.get();
    } catch (LeaseLostException e) {
      throw new LimitReachedException(e);
    } catch (ModelException e) {
      if (e.kind() == ModelException.Kind.MISCONFIGURED && !account.everAnswered(role)) {
        throw new RunException(
            "the model for %s cannot be used: %s. Mend it and resume the run"
                .formatted(role, e.getMessage()),
            e);
      }
      throw e;
    }
  }
}
