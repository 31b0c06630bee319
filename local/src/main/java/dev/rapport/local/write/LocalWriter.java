package dev.rapport.local.write;

import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.local.language.Sentence;
import dev.rapport.local.language.TurnText;
import dev.rapport.memory.Draft;
import dev.rapport.memory.PageWriter;
import dev.rapport.memory.WriteContext;
import dev.rapport.model.Embedder;
import dev.rapport.page.Page;
import java.util.List;

/**
 * Writes a person's page without a language model: keeps the clauses of their own words that tell
 * something lasting, word for word, and tells them from other people's. What it cannot do is put an
 * implied preference into words of its own; it keeps the words that imply it.
 *
 * <p>The same chunk and page give the same edits. Safe for several threads.
 */
public final class LocalWriter implements PageWriter {
  private final Embedder embedder;
  private final Finder finder;
  private final LineMaker lines;
  private final ForgetTarget forgetting;

  LocalWriter(Embedder embedder, Scorers scorers) {
    this.embedder = embedder;
    this.finder = new Finder(embedder, scorers);
    this.lines = new LineMaker(embedder, new Headings(embedder), new Labels(scorers));
    this.forgetting = new ForgetTarget(embedder);
  }

  /**
   * @param embedder bge-small-en-v1.5: the scorers' weights were learned over its vectors
   */
  public static LocalWriter using(Embedder embedder) {
    return new LocalWriter(embedder, Scorers.shipped());
  }

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public Draft propose(Chunk chunk, Page page, WriteContext context) {
    Board board = new Board(page, embedder);
    String person = "";
    String answer = "";
    for (Turn turn : chunk.turns()) {
      if (turn.role() == Role.USER) {
        read(turn, board, person, answer);
        person = head(turn.text());
      } else if (turn.role() == Role.ASSISTANT) {
        answer = head(turn.text());
      }
    }
    return new Draft.Edits(board.edits(), List.of());
  }

  private void read(Turn turn, Board board, String person, String answer) {
    TurnText text = TurnText.of(turn.text());
    List<Sentence> asking = ForgetCue.in(text);
    if (!asking.isEmpty()) {
      ForgetRequest request = ForgetRequest.of(text, asking, person, answer);
      board.forget(forgetting.find(board.slots(), request), request.topic());
      return;
    }
    for (MadeLine line : lines.of(text, finder.find(turn, TurnSigns.of(text)))) {
      board.learn(line.draft(), line.vector());
    }
  }

  /** As much as says what a turn is about. */
  private static String head(String text) {
    return text.length() > 800 ? text.substring(0, 800) : text;
  }
}
