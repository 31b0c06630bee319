package dev.rapport.server.proxy;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.control.ForgetPlan;
import dev.rapport.control.ForgetRequest;
import dev.rapport.conversation.Message;
import dev.rapport.guard.Guarded;
import dev.rapport.learn.LearnReport;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.page.Page;
import dev.rapport.person.UserId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A memory that says what it is told to, and tells what it heard. */
final class FakeMemory implements AssistantMemory {
  /** What one call of {@link #observe} brought. */
  record Observed(UserId user, List<Message> messages) {}

  private final BlockingQueue<Observed> observed = new LinkedBlockingQueue<>();
  volatile Supplier<String> page = () -> "";

  static FakeMemory holding(String page) {
    FakeMemory memory = new FakeMemory();
    memory.page = () -> page;
    return memory;
  }

  /** Waits for the next call of {@link #observe}. */
  Observed heard() throws InterruptedException {
    @Nullable Observed next = observed.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was observed within 10 s");
    }
    return next;
  }

  boolean heardNothingMore() {
    return observed.isEmpty();
  }

  @Override
  public LearnReport observe(UserId user, List<Message> messages) {
    observed.add(new Observed(user, messages));
    return new LearnReport(messages.size(), messages.size(), 0, 0, 0, 0, Map.of());
  }

  @Override
  public Recall recall(UserId user, Query query) {
    return new Recall(page.get(), List.of(), 1);
  }

  @Override
  public Page page(UserId user) {
    return Page.empty(user, "words");
  }

  @Override
  public Guarded remember(UserId user, String text) {
    throw new UnsupportedOperationException("the proxy writes no lines");
  }

  @Override
  public ForgetPlan plan(UserId user, ForgetRequest request) {
    throw new UnsupportedOperationException("the proxy forgets nothing");
  }

  @Override
  public ForgetPlan forget(UserId user, ForgetRequest request) {
    throw new UnsupportedOperationException("the proxy forgets nothing");
  }
}
