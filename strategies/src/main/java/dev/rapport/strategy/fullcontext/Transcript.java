package dev.rapport.strategy.fullcontext;

import dev.rapport.conversation.Turn;
import dev.rapport.person.UserId;
import java.util.List;

/**
 * Everything that was said.
 *
 * @param turns oldest first; a number is never given to another turn
 */
public record Transcript(UserId user, List<Numbered> turns) {
  /**
   * A turn and its place.
   *
   * @param number counts from 1 in the order the turns came
   */
  public record Numbered(int number, Turn turn) {}

  public Transcript {
    turns = List.copyOf(turns);
  }
}
