package dev.rapport.conversation;

import java.time.Instant;

/**
 * One message as a reader found it, before it has an identity.
 *
 * @param conversation names the conversation within the source; empty when the source has no names
 * @param role who speaks
 * @param text what is said, as is
 * @param at when, or {@link Turn#UNDATED}
 */
public record Message(String conversation, Role role, String text, Instant at) {
  /**
   * Whether the person or the assistant says something. System and tool messages are not the
   * person's words, and may hold what must not be learned.
   */
  public boolean isSpoken() {
    return (role == Role.USER || role == Role.ASSISTANT) && !text.isBlank();
  }

  /** As it is; said now, where nobody knows when. */
  public Message datedAtLatest(Instant now) {
    return at.equals(Turn.UNDATED) ? new Message(conversation, role, text, now) : this;
  }
}
