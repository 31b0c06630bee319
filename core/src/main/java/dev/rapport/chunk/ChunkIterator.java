package dev.rapport.chunk;

import dev.rapport.conversation.Turn;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Numbers chunks, and reads one ahead to know whether there is another. */
abstract class ChunkIterator implements Iterator<Chunk> {
  private int index;
  private List<Chunk> ahead = List.of();
  private boolean ended;

  /** What the next chunk holds; no turns when there is no next. */
  abstract Content content();

  @Override
  public boolean hasNext() {
    if (ahead.isEmpty() && !ended) {
      Content content = content();
      ended = content.turns().isEmpty();
      if (!ended) {
        ahead = List.of(new Chunk(index, content.turns(), content.tokens()));
        index++;
      }
    }
    return !ahead.isEmpty();
  }

  @Override
  public Chunk next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the history ended after %d chunks".formatted(index));
    }
    Chunk next = ahead.getFirst();
    ahead = List.of();
    return next;
  }

  record Content(List<Turn> turns, int tokens) {}
}
