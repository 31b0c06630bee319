package dev.rapport.chunk;

import dev.rapport.conversation.Turn;
import dev.rapport.text.TokenCounter;
import java.util.Iterator;

/**
 * Cuts a history into chunks of at most a token budget: the C_i of M_i = f(C_i, M_{i-1}) (arXiv
 * 2512.06688).
 *
 * <p>Nothing is lost and nothing moves: the texts of all chunks' turns, one after another, are the
 * texts of all turns; a piece of a split turn keeps the turn's id. Turns without text are skipped.
 * Chunks are made as they are asked for, from one turn more than the chunk holds, so a history of
 * any length passes in bounded memory; each character is tokenized a fixed number of times. Safe
 * for several threads; an iterator is for one.
 *
 * <p>What is counted: with {@link ChunkMode#WHOLE_TURNS}, {@link Chunk#tokens} is the sum over its
 * turns of the tokens of each text by itself; beside that, each turn takes up {@value
 * WholeTurnChunks#TURN_COST} tokens of the budget, for the label that a prompt gives it. With
 * {@link ChunkMode#EXACT}, it is the tokens of the rendered stretch, labels included.
 */
public final class Chunker {
  private final TokenCounter counter;
  private final ChunkerConfig config;

  private Chunker(TokenCounter counter, ChunkerConfig config) {
    this.counter = counter;
    this.config = config;
  }

  public static Chunker of(TokenCounter counter, ChunkerConfig config) {
    return new Chunker(counter, config);
  }

  /** The chunks of a history, cut as they are asked for; none if no turn has text. */
  public Iterator<Chunk> chunks(Iterator<Turn> history) {
    return switch (config.mode()) {
      case WHOLE_TURNS -> new WholeTurnChunks(counter, config.budgetTokens(), history);
      case EXACT -> new ExactChunks(counter, config.budgetTokens(), history);
    };
  }

  /** The same for a history that can be read again; so can the result. */
  public Iterable<Chunk> chunks(Iterable<Turn> history) {
    return () -> chunks(history.iterator());
  }
}
