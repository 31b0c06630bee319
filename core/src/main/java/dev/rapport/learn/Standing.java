package dev.rapport.learn;

import dev.rapport.conversation.Turn;
import java.time.Instant;
import java.util.List;

/**
 * How far learning is with one person.
 *
 * @param backlog what waits to be read
 * @param buried turns set aside, with why, oldest first
 * @param ceiling which ceiling holds the work back; empty for none
 * @param next when the work goes on by itself: the end of the day for a ceiling, the end of the
 *     quiet time for a chunk that is not full; {@link Turn#UNDATED} when nothing is waited for
 * @param failure why this process could not go on the last time; empty when it could
 */
public record Standing(
    Backlog backlog,
    List<MemoryStore.Buried> buried,
    String ceiling,
    Instant next,
    String failure) {
  public Standing {
    buried = List.copyOf(buried);
  }
}
