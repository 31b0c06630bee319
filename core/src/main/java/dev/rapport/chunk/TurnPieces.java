package dev.rapport.chunk;

import dev.rapport.chunk.WholeTurnChunks.Piece;
import dev.rapport.conversation.Turn;
import dev.rapport.text.TokenCounter;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The pieces of a turn too large for a chunk, cut as they are asked for. */
final class TurnPieces implements Iterator<Piece> {
  private final TokenCounter counter;
  private final int room;
  private final Turn turn;
  private int from;

  TurnPieces(TokenCounter counter, int room, Turn turn) {
    this.counter = counter;
    this.room = room;
    this.turn = turn;
  }

  @Override
  public boolean hasNext() {
    return from < turn.text().length();
  }

  @Override
  public Piece next() {
    if (!hasNext()) {
      throw new NoSuchElementException("turn %s has no more pieces".formatted(turn.id()));
    }
    int most = counter.fit(turn.text(), from, room);
    Piece piece = pieceTo(Breaks.lastBefore(turn.text(), from, most));
    if (piece.tokens() > room) {
      // A shorter text can have more tokens: the one that spanned the cut fell apart.
      piece = pieceTo(most);
    }
    from += piece.turn().text().length();
    return piece;
  }

  private Piece pieceTo(int end) {
    String text = turn.text().substring(from, end);
    return new Piece(turn.withText(text), counter.count(text));
  }
}
