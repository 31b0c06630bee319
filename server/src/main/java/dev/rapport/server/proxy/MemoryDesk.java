package dev.rapport.server.proxy;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.person.UserId;
import io.javalin.http.Context;
import java.util.Optional;

/** Whose memories a request may use. Called from many threads. */
public interface MemoryDesk {
  /**
   * The memory that holds this person.
   *
   * @throws io.javalin.http.HttpResponseException if the caller may not use it
   */
  AssistantMemory memory(Context request, UserId user);

  /** The one person whom the caller's key is for; empty for a key for many. */
  Optional<UserId> only(Context request);

  /** Whether this is a key of ours, which nobody else must see. */
  boolean isOurs(String key);
}
