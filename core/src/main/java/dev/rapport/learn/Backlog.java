package dev.rapport.learn;

import dev.rapport.conversation.Turn;
import java.time.Instant;

/**
 * What of a person has arrived and is not read yet.
 *
 * @param waiting turns in the inbox
 * @param oldest when the first of them arrived, or {@link Turn#UNDATED} when none waits
 * @param newest when the last of them arrived, or {@link Turn#UNDATED} when none waits
 */
public record Backlog(int waiting, Instant oldest, Instant newest) {
  /** Nothing waits. */
  public static final Backlog NONE = new Backlog(0, Turn.UNDATED, Turn.UNDATED);

  public Backlog {
    if (waiting < 0 || newest.isBefore(oldest)) {
      throw new IllegalArgumentException(
          "backlog of %d turns from %s to %s; none is below 0 and the oldest comes first"
              .formatted(waiting, oldest, newest));
    }
  }

  public boolean isEmpty() {
    return waiting == 0;
  }
}
