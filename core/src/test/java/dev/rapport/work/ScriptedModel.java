package dev.rapport.work;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelException;
import dev.rapport.model.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A model that fails as told, then answers the last message in capitals. */
public final class ScriptedModel implements LanguageModel {
  private final Deque<Supplier<ModelException>> failures = new ArrayDeque<>();
  private final AtomicInteger calls = new AtomicInteger();

  public ScriptedModel failing(ModelException.Kind kind) {
    return failing(kind, Duration.ZERO);
  }

  public synchronized ScriptedModel failing(ModelException.Kind kind, Duration retryAfter) {
    failures.addLast(() -> new ModelException(kind, "told to", retryAfter, Usage.UNREPORTED));
    return this;
  }

  /** Attempts so far, failed ones too. */
  public int calls() {
    return calls.get();
  }

  @Override
  public String name() {
    return "scripted-1";
  }

  @Override
  public ChatReply chat(ChatRequest request) {
    calls.incrementAndGet();
    synchronized (this) {
      if (!failures.isEmpty()) {
        throw failures.removeFirst().get();
      }
    }
    String text = request.messages().getLast().content().toUpperCase(Locale.ROOT);
    return new ChatReply(text, "", FinishReason.STOP, Usage.of(1000, 100), name());
  }
}
