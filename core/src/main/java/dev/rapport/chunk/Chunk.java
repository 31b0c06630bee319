package dev.rapport.chunk;

import dev.rapport.conversation.Turn;
import java.util.List;

/**
 * A run of turns handed to a strategy at once: C_i of M_i = f(C_i, M_{i-1}) (arXiv 2512.06688).
 *
 * @param index counts from 0 within the history it was cut from
 * @param turns in order, not empty; a turn may be a piece of one that was too large
 * @param tokens of the text the chunk holds, by the counter that cut it
 */
public record Chunk(int index, List<Turn> turns, int tokens) {
  public Chunk {
    if (index < 0 || tokens < 0) {
      throw new IllegalArgumentException(
          "chunk index %d and tokens %d must not be negative".formatted(index, tokens));
    }
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("chunk %d has no turns".formatted(index));
    }
    turns = List.copyOf(turns);
  }
}
