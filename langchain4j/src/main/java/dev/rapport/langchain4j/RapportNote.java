package dev.rapport.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.rapport.assistant.AssistantMemory;
import dev.rapport.assistant.FailOpen;
import dev.rapport.person.UserId;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Puts the person's page into the system message of every request of an AI service; never into its
 * chat memory.
 *
 * <pre>{@code
 * AiServices.builder(Assistant.class)
 *     .chatRequestTransformer(RapportNote.of(memory))
 * }</pre>
 *
 * Safe for several threads. A memory that fails is logged, and the request goes out without a page.
 */
public final class RapportNote implements BiFunction<ChatRequest, Object, ChatRequest> {
  private final FailOpen memory;
  private final Function<Object, UserId> user;

  private RapportNote(FailOpen memory, Function<Object, UserId> user) {
    this.memory = memory;
    this.user = user;
  }

  /** For services whose {@code @MemoryId} is the user's id; without one nobody is known. */
  public static RapportNote of(AssistantMemory memory) {
    return of(memory, MemoryIds.AS_USER);
  }

  /**
   * @param user who a memory id stands for
   */
  public static RapportNote of(AssistantMemory memory, Function<Object, UserId> user) {
    return new RapportNote(Failures.open(memory), user);
  }

  @Override
  public ChatRequest apply(ChatRequest request, Object memoryId) {
    String said = Spoken.last(request.messages());
    return memory
        .who(() -> user.apply(memoryId))
        .map(person -> SystemNote.in(request, memory.note(person, said)))
        .orElse(request);
  }
}
