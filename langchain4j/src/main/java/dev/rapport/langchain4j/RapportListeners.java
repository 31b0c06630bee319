package dev.rapport.langchain4j;

import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.observability.api.event.AiServiceResponseReceivedEvent;
import dev.langchain4j.observability.api.event.AiServiceStartedEvent;
import dev.langchain4j.observability.api.listener.AiServiceListener;
import dev.langchain4j.observability.api.listener.AiServiceResponseReceivedListener;
import dev.langchain4j.observability.api.listener.AiServiceStartedListener;
import dev.rapport.assistant.AssistantMemory;
import dev.rapport.assistant.Exchange;
import dev.rapport.assistant.FailOpen;
import dev.rapport.person.UserId;
import java.util.List;
import java.util.function.Function;

/**
 * Hands on what was said in an AI service: the person's words as they were before anything was
 * retrieved for them, and the final answer, once for each call of the service.
 *
 * <pre>{@code
 * AiServices.builder(Assistant.class)
 *     .registerListeners(RapportListeners.of(memory))
 * }</pre>
 *
 * Safe for several threads. A memory that fails is logged, and the service goes on.
 */
public final class RapportListeners {
  /** Where the person's words are kept during a call of the service. */
  private static final String SAID = "rapport.said";

  private final FailOpen memory;
  private final Function<Object, UserId> user;

  private RapportListeners(FailOpen memory, Function<Object, UserId> user) {
    this.memory = memory;
    this.user = user;
  }

  /** For services whose {@code @MemoryId} is the user's id; without one nothing is handed on. */
  public static List<AiServiceListener<?>> of(AssistantMemory memory) {
    return of(memory, MemoryIds.AS_USER);
  }

  /**
   * @param user who a memory id stands for
   */
  public static List<AiServiceListener<?>> of(
      AssistantMemory memory, Function<Object, UserId> user) {
    var listeners = new RapportListeners(Failures.open(memory), user);
    AiServiceStartedListener started = listeners::started;
    AiServiceResponseReceivedListener received = listeners::received;
    return List.of(started, received);
  }

  private void started(AiServiceStartedEvent event) {
    event.invocationContext().invocationParameters().put(SAID, Spoken.text(event.userMessage()));
  }

  private void received(AiServiceResponseReceivedEvent event) {
    InvocationContext call = event.invocationContext();
    Spoken.answer(event.response()).ifPresent(answer -> ended(call, answer));
  }

  private void ended(InvocationContext call, String answer) {
    String said = call.invocationParameters().getOrDefault(SAID, "");
    String name = call.invocationId().toString();
    Exchange exchange = new Exchange(name, said, answer, call.timestamp());
    memory
        .who(() -> user.apply(call.chatMemoryId()))
        .ifPresent(person -> memory.observe(person, exchange));
  }
}
