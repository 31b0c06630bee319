package dev.rapport.conversation;

import java.time.Instant;

/**
 * One message of a conversation.
 *
 * @param id the same for the same turn whenever it is read
 * @param role who speaks
 * @param text what is said; a chunker may hand on a piece of it under the same id
 * @param at when, or {@link #UNDATED}
 */
public record Turn(TurnId id, Role role, String text, Instant at) {
  /** Stands for an unknown time. */
  public static final Instant UNDATED = Instant.EPOCH;

  public boolean isDated() {
    return !at.equals(UNDATED);
  }

  public Turn withText(String newText) {
    return new Turn(id, role, newText, at);
  }
}
