package dev.rapport.langchain4j;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolMemoryId;
import dev.rapport.assistant.AssistantMemory;
import dev.rapport.assistant.FailOpen;
import dev.rapport.control.ForgetPlan;
import dev.rapport.control.ForgetRequest;
import dev.rapport.guard.GuardFinding;
import dev.rapport.guard.Guarded;
import dev.rapport.person.UserId;
import java.util.function.Function;

/**
 * Tools with which a model does what the person asks of the memory. Whose page it is comes from the
 * memory id, never from the model.
 *
 * <p>Safe for several threads. A memory that fails is logged, and the model is told that it failed.
 */
public final class RapportTools {
  private static final String FAILED = "That did not work; it can be tried again later.";

  private final AssistantMemory memory;
  private final FailOpen open;
  private final Function<Object, UserId> user;

  private RapportTools(AssistantMemory memory, Function<Object, UserId> user) {
    this.memory = memory;
    this.open = Failures.open(memory);
    this.user = user;
  }

  /** For services whose {@code @MemoryId} is the user's id. */
  public static RapportTools of(AssistantMemory memory) {
    return of(memory, MemoryIds.AS_USER);
  }

  /**
   * @param user who a memory id stands for
   */
  public static RapportTools of(AssistantMemory memory, Function<Object, UserId> user) {
    return new RapportTools(memory, user);
  }

  @Tool("Remembers something for good. Use it only when the person asks outright to remember it.")
  public String remember(
      @ToolMemoryId Object memoryId,
      @P("What to remember, as one sentence about the person") String text) {
    return safely(memoryId, person -> told(memory.remember(person, text)));
  }

  @Tool("Forgets something for good. Use it only when the person asks outright to forget it.")
  public String forget(
      @ToolMemoryId Object memoryId,
      @P("Words of what to forget, as the person said them") String words) {
    return safely(
        memoryId, person -> told(memory.forget(person, new ForgetRequest.OfWords(words))));
  }

  private static String told(Guarded remembered) {
    return switch (remembered.outcome()) {
      case ACCEPTED -> "Remembered.";
      case NEEDS_REPAIR, REFUSED ->
          "Not remembered: "
              + String.join(
                  "; ", remembered.findings().stream().map(GuardFinding::why).distinct().toList());
    };
  }

  private static String told(ForgetPlan forgotten) {
    return forgotten.isEmpty() ? "Nothing of the kind was known." : "Forgotten.";
  }

  private String safely(Object memoryId, Function<UserId, String> work) {
    return open.who(() -> user.apply(memoryId)).map(person -> tried(person, work)).orElse(FAILED);
  }

  private static String tried(UserId person, Function<UserId, String> work) {
    try {
      return work.apply(person);
    } catch (RuntimeException e) {
      // The edge between the memory and the chat, which goes on.
      Failures.log(FailOpen.Step.EDIT, e);
      return FAILED;
    }
  }
}
