package dev.rapport.chunk;

import dev.rapport.conversation.Turn;
import dev.rapport.text.TokenCounter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Closes a chunk before the turn that would overflow it; splits what fits no chunk. */
final class WholeTurnChunks extends ChunkIterator {
  static final int TURN_COST = 8;

  private final TokenCounter counter;
  private final int budget;
  private final Iterator<Turn> source;

  /** At most one: what was read and did not fit any more, or the rest of a turn being split. */
  private final Deque<Iterator<Piece>> held = new ArrayDeque<>(1);

  private final Deque<Piece> returned = new ArrayDeque<>(1);

  WholeTurnChunks(TokenCounter counter, int budget, Iterator<Turn> source) {
    this.counter = counter;
    this.budget = budget;
    this.source = source;
  }

  @Override
  Content content() {
    List<Turn> turns = new ArrayList<>();
    int tokens = 0;
    int used = 0;
    while (hasPiece()) {
      Piece piece = nextPiece();
      if (used + piece.tokens() + TURN_COST > budget && !turns.isEmpty()) {
        returned.push(piece);
        break;
      }
      turns.add(piece.turn());
      tokens += piece.tokens();
      used += piece.tokens() + TURN_COST;
    }
    return new Content(turns, tokens);
  }

  private boolean hasPiece() {
    while (returned.isEmpty() && (held.isEmpty() || !held.peek().hasNext())) {
      held.clear();
      if (!source.hasNext()) {
        return false;
      }
      Turn turn = source.next();
      if (!turn.text().isEmpty()) {
        held.push(pieces(turn));
      }
    }
    return true;
  }

  private Piece nextPiece() {
    return returned.isEmpty() ? held.element().next() : returned.pop();
  }

  private Iterator<Piece> pieces(Turn turn) {
    int room = budget - TURN_COST;
    int tokens = counter.count(turn.text());
    return tokens <= room
        ? List.of(new Piece(turn, tokens)).iterator()
        : new TurnPieces(counter, room, turn);
  }

  /** A turn or a part of it that fits a chunk. */
  record Piece(Turn turn, int tokens) {}
}
