package dev.rapport.spring;

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
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tells Micrometer of what is recalled and observed: {@code rapport.recall} and {@code
 * rapport.observe}, each with the key {@code outcome}, {@code done} or {@code failed}. Never an
 * exception itself, since its message may hold what was said.
 */
record ObservedMemory(AssistantMemory memory, ObservationRegistry registry)
    implements AssistantMemory {
  @Override
  public LearnReport observe(UserId user, List<Message> messages) {
    return observed("rapport.observe", () -> memory.observe(user, messages));
  }

  @Override
  public Recall recall(UserId user, Query query) {
    return observed("rapport.recall", () -> memory.recall(user, query));
  }

  @Override
  public Page page(UserId user) {
    return memory.page(user);
  }

  @Override
  public Guarded remember(UserId user, String text) {
    return memory.remember(user, text);
  }

  @Override
  public ForgetPlan plan(UserId user, ForgetRequest request) {
    return memory.plan(user, request);
  }

  @Override
  public ForgetPlan forget(UserId user, ForgetRequest request) {
    return memory.forget(user, request);
  }

  private <T> T observed(String name, Supplier<T> work) {
    Observation observation = Observation.start(name, registry);
    String outcome = "failed";
    try {
      T result = work.get();
      outcome = "done";
      return result;
    } finally {
      observation.lowCardinalityKeyValue("outcome", outcome).stop();
    }
  }
}
