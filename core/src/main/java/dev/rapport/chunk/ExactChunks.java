package dev.rapport.chunk;

import dev.rapport.conversation.Turn;
import dev.rapport.text.TokenCounter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Cuts the rendered transcript wherever the budget is full. */
final class ExactChunks extends ChunkIterator {
  private static final String BETWEEN_MESSAGES = "\n\n";

  /** Characters that a token is assumed to span when guessing how much to read. */
  private static final int GUESSED_CHARACTERS = 8;

  private final TokenCounter counter;
  private final int budget;
  private final Iterator<Turn> source;
  private final Deque<Span> spans = new ArrayDeque<>();

  private String rendered = "";
  private int from;
  private long messages;
  private boolean started;

  ExactChunks(TokenCounter counter, int budget, Iterator<Turn> source) {
    this.counter = counter;
    this.budget = budget;
    this.source = source;
  }

  @Override
  Content content() {
    long ahead = (long) budget * GUESSED_CHARACTERS;
    boolean more = read(ahead);
    int end = counter.fit(rendered, from, budget);
    while (more && end == rendered.length()) {
      ahead *= 2;
      more = read(ahead);
      end = counter.fit(rendered, from, budget);
    }
    Content content = new Content(turnsUpTo(end), counter.count(rendered.substring(from, end)));
    from = end;
    return content;
  }

  /** Renders turns until so much lies ahead; false when the history has ended. */
  private boolean read(long ahead) {
    if (rendered.length() - from >= ahead) {
      return true;
    }
    var text = new StringBuilder(rendered.substring(from));
    spans.forEach(span -> span.shift(-from));
    from = 0;
    while (text.length() < ahead && source.hasNext()) {
      Turn turn = source.next();
      messages++;
      if (!turn.text().isEmpty()) {
        text.append(label(turn));
        started = true;
        spans.add(new Span(turn, text.length()));
        text.append(turn.text());
      }
    }
    rendered = text.toString();
    return source.hasNext();
  }

  private String label(Turn turn) {
    String role = turn.role().name().toLowerCase(Locale.ROOT);
    return (started ? BETWEEN_MESSAGES : "") + "Message %d (%s): ".formatted(messages, role);
  }

  private List<Turn> turnsUpTo(int end) {
    List<Turn> turns = new ArrayList<>();
    while (!spans.isEmpty() && spans.peek().start < end) {
      Span span = spans.element();
      if (span.end() > end) {
        turns.add(span.takeUpTo(end));
        break;
      }
      turns.add(span.takeUpTo(span.end()));
      spans.remove();
    }
    return turns;
  }

  /** A turn's words still to be handed on, and where they stand in the rendered text. */
  private static final class Span {
    private final Turn turn;
    private int start;
    private int taken;

    Span(Turn turn, int start) {
      this.turn = turn;
      this.start = start;
    }

    int end() {
      return start + turn.text().length() - taken;
    }

    void shift(int by) {
      start += by;
    }

    Turn takeUpTo(int place) {
      int until = taken + place - start;
      boolean whole = taken == 0 && until == turn.text().length();
      Turn piece = whole ? turn : turn.withText(turn.text().substring(taken, until));
      taken = until;
      start = place;
      return piece;
    }
  }
}
