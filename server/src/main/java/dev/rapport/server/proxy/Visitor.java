package dev.rapport.server.proxy;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.person.UserId;
import java.util.Optional;

/** Somebody who was let in, and what they may use. */
interface Visitor {
  /**
   * The memory that holds this person.
   *
   * @throws dev.rapport.server.problem.Problem if they may not use it
   */
  AssistantMemory memory(UserId user);

  /** The one person whom their key is for; empty for a key for many. */
  Optional<UserId> only();

  /** Writes down that they used this person's memory. */
  void used(UserId user);
}
