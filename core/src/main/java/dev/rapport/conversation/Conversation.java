package dev.rapport.conversation;

import dev.rapport.person.UserId;
import java.util.List;

/**
 * Turns in order, of one person and one sitting or more.
 *
 * @param id names the conversation within its source; may be empty
 */
public record Conversation(String id, UserId user, List<Message> messages) {
  public Conversation {
    messages = List.copyOf(messages);
  }
}
