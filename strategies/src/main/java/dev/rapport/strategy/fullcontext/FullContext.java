package dev.rapport.strategy.fullcontext;

import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.memory.MemoryStrategy;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.memory.WriteContext;
import dev.rapport.memory.Written;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Sensitivity;
import dev.rapport.page.Source;
import dev.rapport.person.UserId;
import dev.rapport.strategy.fullcontext.Transcript.Numbered;
import dev.rapport.text.Plain;
import dev.rapport.text.TokenCounter;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the transcript itself and gives back its end: whole turns, the newest ones that fit the
 * recall budget. When not even the newest turn fits, as much of its beginning as does.
 *
 * <p>So that an answerer made for lines can run on it, every recalled turn of the person's is also
 * a line: {@code l3} is the third turn that was read. Safe for several threads.
 */
public final class FullContext implements MemoryStrategy<Transcript> {
  private static final String SECTION = "Conversation";
  private static final int LONGEST_LINE = 20_000;

  private final TokenCounter counter;

  private FullContext(TokenCounter counter) {
    this.counter = counter;
  }

  public static FullContext counting(TokenCounter counter) {
    return new FullContext(counter);
  }

  @Override
  public String name() {
    return "fullcontext";
  }

  @Override
  public Transcript empty(UserId user) {
    return new Transcript(user, List.of());
  }

  @Override
  public Written<Transcript> write(Chunk chunk, Transcript state, WriteContext context) {
    List<Numbered> turns = new ArrayList<>(state.turns());
    int number = turns.isEmpty() ? 0 : turns.getLast().number();
    for (Turn turn : chunk.turns()) {
      if (turn.role() == Role.USER || turn.role() == Role.ASSISTANT) {
        number++;
        turns.add(new Numbered(number, turn));
      }
    }
    boolean changed = turns.size() > state.turns().size();
    Transcript next = changed ? new Transcript(state.user(), turns) : state;
    return new Written<>(next, changed, List.of(), List.of());
  }

  @Override
  public Recall recall(Query query, Transcript state, RecallBudget budget) {
    int from = state.turns().size();
    int tokens = 0;
    while (from > 0) {
      int more = counter.count(said(state.turns().get(from - 1).turn()));
      if (tokens + more > budget.maxTokens()) {
        break;
      }
      tokens += more;
      from--;
    }
    return fitting(state.turns(), from, budget.maxTokens());
  }

  /** A tokenizer may count the whole dearer than its parts, so the whole is counted again. */
  private Recall fitting(List<Numbered> turns, int earliest, int maxTokens) {
    for (int from = earliest; from < turns.size(); from++) {
      List<Numbered> kept = turns.subList(from, turns.size());
      StringBuilder text = new StringBuilder();
      kept.forEach(numbered -> text.append(said(numbered.turn())));
      int tokens = counter.count(text);
      if (tokens <= maxTokens) {
        return new Recall(text.toString(), lines(kept), tokens);
      }
    }
    return turns.isEmpty() ? Recall.NOTHING : cut(turns.getLast(), maxTokens);
  }

  private Recall cut(Numbered newest, int maxTokens) {
    String whole = said(newest.turn());
    for (int most = maxTokens; most > 0; most--) {
      String text = whole.substring(0, counter.fit(whole, 0, most));
      int tokens = counter.count(text);
      if (tokens <= maxTokens) {
        return new Recall(text, lines(List.of(newest)), tokens);
      }
    }
    return Recall.NOTHING;
  }

  /** Indented, so that no text can begin a turn of its own. */
  private static String said(Turn turn) {
    String who = turn.role() == Role.USER ? "user" : "assistant";
    return who + ":\n    " + turn.text().strip().replaceAll("\\R", "\n    ") + "\n";
  }

  private static List<Line> lines(List<Numbered> turns) {
    List<Line> lines = new ArrayList<>();
    for (Numbered numbered : turns) {
      String text = Plain.line(numbered.turn().text(), LONGEST_LINE);
      if (numbered.turn().role() == Role.USER && !text.isBlank()) {
        lines.add(line(numbered, text));
      }
    }
    return lines;
  }

  private static Line line(Numbered numbered, String text) {
    Turn turn = numbered.turn();
    return new Line(
        LineId.of(numbered.number()),
        SECTION,
        text,
        Owner.self(),
        Basis.STATED,
        Kind.FACT,
        Sensitivity.ORDINARY,
        turn.at(),
        List.of(Source.quoting(turn.id(), text)),
        Author.MODEL,
        false);
  }

  /** Turns that are named, and turns that hold all the words' stems. */
  @Override
  public Transcript forget(PageEdit.Forget request, Transcript state) {
    Set<LineId> ids = new LinkedHashSet<>(request.ids());
    Set<String> stems = new LinkedHashSet<>(Words.stems(request.words()));
    List<Numbered> kept =
        state.turns().stream()
            .filter(numbered -> !ids.contains(LineId.of(numbered.number())))
            .filter(numbered -> stems.isEmpty() || !holds(numbered.turn(), stems))
            .toList();
    return kept.size() == state.turns().size() ? state : new Transcript(state.user(), kept);
  }

  private static boolean holds(Turn turn, Set<String> stems) {
    return new LinkedHashSet<>(Words.stems(turn.text())).containsAll(stems);
  }
}
