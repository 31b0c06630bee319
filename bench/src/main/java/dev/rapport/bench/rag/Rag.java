package dev.rapport.bench.rag;

import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.memory.MemoryStrategy;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.memory.WriteContext;
import dev.rapport.memory.Written;
import dev.rapport.model.Embedder;
import dev.rapport.page.LineId;
import dev.rapport.page.PageEdit;
import dev.rapport.person.UserId;
import dev.rapport.text.TokenCounter;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps what was said and recalls the passages that rank highest for the query, as many as the
 * budget holds; one that does not fit is passed over for the next.
 *
 * <p>The text shows them in the order they were said. The lines, one for each of the person's own
 * turns among them so that an answerer made for lines can run on it, stand in the order of rank:
 * {@code l3} is the third turn, or piece of a long turn, that was read. Nothing is indexed before
 * the first recall, and then once for all that follow. Safe for several threads.
 */
public final class Rag implements MemoryStrategy<RagMemory> {
  private final String name;
  private final TokenCounter counter;
  private final RagConfig config;
  private final Function<List<Passage>, Ranking> ranking;

  private Rag(
      String name,
      TokenCounter counter,
      RagConfig config,
      Function<List<Passage>, Ranking> ranking) {
    this.name = name;
    this.counter = counter;
    this.config = config;
    this.ranking = ranking;
  }

  /** By nearness of vectors. */
  public static Rag dense(Embedder embedder, TokenCounter counter, RagConfig config) {
    return new Rag("rag-dense", counter, config, passages -> DenseRanking.over(passages, embedder));
  }

  /** By words in common. */
  public static Rag bm25(TokenCounter counter, RagConfig config) {
    return new Rag("rag-bm25", counter, config, Bm25Ranking::over);
  }

  /** By both. */
  public static Rag hybrid(Embedder embedder, TokenCounter counter, RagConfig config) {
    return new Rag(
        "rag-hybrid",
        counter,
        config,
        passages ->
            new FusedRanking(
                List.of(DenseRanking.over(passages, embedder), Bm25Ranking.over(passages))));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public RagMemory empty(UserId user) {
    return new RagMemory(user, List.of(), this::index);
  }

  private RagIndex index(List<NumberedTurn> turns) {
    List<Passage> passages = Passages.of(turns, config, counter);
    return new RagIndex(passages, ranking.apply(passages));
  }

  @Override
  public Written<RagMemory> write(Chunk chunk, RagMemory state, WriteContext context) {
    List<NumberedTurn> turns = new ArrayList<>(state.turns());
    int number = turns.isEmpty() ? 0 : turns.getLast().number();
    for (Turn turn : chunk.turns()) {
      if ((turn.role() == Role.USER || turn.role() == Role.ASSISTANT) && !turn.text().isBlank()) {
        for (Turn piece : pieces(turn)) {
          number++;
          turns.add(new NumberedTurn(number, piece));
        }
      }
    }
    boolean changed = turns.size() > state.turns().size();
    return new Written<>(state.with(turns), changed, List.of(), List.of());
  }

  private List<Turn> pieces(Turn turn) {
    String text = turn.text();
    if (counter.count(text) <= config.passageTokens()) {
      return List.of(turn);
    }
    List<Turn> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = counter.fit(text, from, config.passageTokens());
      if (!text.substring(from, end).isBlank()) {
        pieces.add(turn.withText(text.substring(from, end)));
      }
      from = end;
    }
    return pieces;
  }

  @Override
  public Recall recall(Query query, RagMemory state, RecallBudget budget) {
    if (state.turns().isEmpty()) {
      return Recall.NOTHING;
    }
    List<Passage> best = state.index().best(query.text());
    return new Serving(counter, budget.maxTokens()).of(best);
  }

  /** Turns that are named, and turns that hold all the words' stems. */
  @Override
  public RagMemory forget(PageEdit.Forget request, RagMemory state) {
    Set<LineId> ids = new LinkedHashSet<>(request.ids());
    Set<String> stems = new LinkedHashSet<>(Words.stems(request.words()));
    return state.with(
        state.turns().stream()
            .filter(numbered -> !ids.contains(LineId.of(numbered.number())))
            .filter(numbered -> stems.isEmpty() || !holds(numbered.turn(), stems))
            .toList());
  }

  private static boolean holds(Turn turn, Set<String> stems) {
    return new LinkedHashSet<>(Words.stems(turn.text())).containsAll(stems);
  }
}
