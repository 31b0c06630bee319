package dev.rapport.assistant;

import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.person.UserId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A memory beside an assistant that must answer whatever happens to the memory: a failure is told
 * to a listener, and the person is answered as anybody would be. Safe for several threads.
 */
public final class FailOpen {
  /** A query has words; a message may be a picture alone. */
  private static final String WITHOUT_WORDS = "(a message without words)";

  private final AssistantMemory memory;
  private final Listener listener;

  private FailOpen(AssistantMemory memory, Listener listener) {
    this.memory = memory;
    this.listener = listener;
  }

  public static FailOpen over(AssistantMemory memory, Listener listener) {
    return new FailOpen(memory, listener);
  }

  /**
   * Whose page it is.
   *
   * @param user may fail
   * @return empty when it cannot be told: nothing is to be recalled or observed
   */
  public Optional<UserId> who(Supplier<UserId> user) {
    return attempt(Step.WHO, () -> Optional.of(user.get()), Optional.empty());
  }

  /**
   * What belongs into the system message of an answer.
   *
   * @param query what the person says; may be blank
   * @return empty when nothing is known, or nothing can be told now
   */
  public String note(UserId user, String query) {
    return MemoryNote.of(recall(user, query));
  }

  /**
   * @param query what the person says; may be blank
   * @return nothing when nothing is known, or nothing can be told now
   */
  public Recall recall(UserId user, String query) {
    Query asked = new Query(query.isBlank() ? WITHOUT_WORDS : query);
    return attempt(Step.RECALL, () -> memory.recall(user, asked), Recall.NOTHING);
  }

  /**
   * Hands on what was said.
   *
   * @return whether the memory has it
   */
  public boolean observe(UserId user, Exchange exchange) {
    return attempt(
        Step.OBSERVE,
        () -> {
          memory.observe(user, exchange.messages());
          return true;
        },
        false);
  }

  private <T> T attempt(Step step, Supplier<T> work, T otherwise) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      // The edge between the memory and the chat, which goes on.
      listener.onFailure(step, e);
      return otherwise;
    }
  }

  /** Where it failed. */
  public enum Step {
    /** It is not known who speaks: mend what names them. */
    WHO,
    RECALL,
    OBSERVE,
    /** A tool that was to change the page. */
    EDIT
  }

  /** Hears of failures, on the thread of the chat; must not throw. */
  @FunctionalInterface
  public interface Listener {
    /**
     * @param failure its message may hold what the person said, except where the step is {@link
     *     Step#WHO}
     */
    void onFailure(Step step, RuntimeException failure);
  }
}
