package dev.rapport.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Turn;
import dev.rapport.memory.MemoryStrategy;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.memory.WriteContext;
import dev.rapport.page.PageEdit;
import dev.rapport.work.Calls;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every memory strategy does, whatever it keeps. */
public abstract class MemoryStrategyContract<S> {
  protected static final Query QUERY = new Query("Which tea should I take along?");
  private static final RecallBudget AMPLE = new RecallBudget(100_000);

  /** A strategy that needs no model but the calls it is given. */
  protected abstract MemoryStrategy<S> newStrategy();

  /** Calls that let two chunks be written; fresh for every use. */
  protected Calls calls() {
    return Calls.none();
  }

  /** False for a strategy that keeps nothing. */
  protected boolean remembers() {
    return true;
  }

  private S written(MemoryStrategy<S> strategy) {
    WriteContext context = Talk.context(calls());
    S state = strategy.empty(Talk.ANA);
    for (Chunk chunk : chunks()) {
      state = strategy.write(chunk, state, context).state();
    }
    return state;
  }

  private static List<Chunk> chunks() {
    return List.of(
        Talk.chunk(0, "I only drink jasmine tea, coffee gives me headaches.", "Noted."),
        Talk.chunk(1, "My sister Kate loves chamomile, I find it dull.", "I see."));
  }

  @Test
  void givenNothingWritten_recallIsNothing() {
    MemoryStrategy<S> strategy = newStrategy();

    Recall recall = strategy.recall(QUERY, strategy.empty(Talk.ANA), AMPLE);

    assertThat(recall).isEqualTo(Recall.NOTHING);
  }

  @Test
  void whenWritten_recallHoldsWhatWasSaid() {
    MemoryStrategy<S> strategy = newStrategy();

    Recall recall = strategy.recall(QUERY, written(strategy), AMPLE);

    assertThat(recall.text().contains("jasmine")).isEqualTo(remembers());
    assertThat(recall.lines().isEmpty()).isEqualTo(!remembers());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 20, 30, 60, 1000})
  void whenRecalledWithinABudget_staysWithinIt(int tokens) {
    MemoryStrategy<S> strategy = newStrategy();

    Recall recall = strategy.recall(QUERY, written(strategy), new RecallBudget(tokens));

    assertThat(recall.tokens()).isLessThanOrEqualTo(tokens);
    assertThat(recall.tokens()).isEqualTo(new WordCounter().count(recall.text()));
  }

  @Test
  void whenRecalled_theMemoryIsAsItWas() {
    MemoryStrategy<S> strategy = newStrategy();
    S state = written(strategy);

    Recall first = strategy.recall(QUERY, state, AMPLE);

    assertThat(state).isEqualTo(written(strategy));
    assertThat(strategy.recall(QUERY, state, AMPLE)).isEqualTo(first);
  }

  @Test
  void whenWrittenTwiceFromTheSame_theMemoriesAreEqual() {
    assertThat(written(newStrategy())).isEqualTo(written(newStrategy()));
  }

  @Test
  void whenWordsAreForgotten_recallHasThemNoMore() {
    MemoryStrategy<S> strategy = newStrategy();
    S state = written(strategy);

    S left = strategy.forget(new PageEdit.Forget(List.of(), "jasmine tea"), state);

    assertThat(strategy.recall(QUERY, left, AMPLE).text()).doesNotContain("jasmine");
    assertThat(strategy.recall(QUERY, left, AMPLE).text().contains("chamomile"))
        .isEqualTo(remembers());
  }

  @Test
  void whenALineIsForgotten_recallHasItNoMore() {
    MemoryStrategy<S> strategy = newStrategy();
    S state = written(strategy);
    Recall before = strategy.recall(QUERY, state, AMPLE);
    List<dev.rapport.page.LineId> ids =
        before.lines().stream().limit(1).map(dev.rapport.page.Line::id).toList();

    S left = strategy.forget(new PageEdit.Forget(ids, ""), state);

    assertThat(strategy.recall(QUERY, left, AMPLE).lines())
        .hasSize(Math.max(0, before.lines().size() - 1));
  }

  @Test
  void whenNothingMatchesAForgetting_theMemoryIsAsItWas() {
    MemoryStrategy<S> strategy = newStrategy();
    S state = written(strategy);

    assertThat(strategy.forget(new PageEdit.Forget(List.of(), "zeppelin"), state)).isEqualTo(state);
    assertThat(strategy.forget(new PageEdit.Forget(List.of(), ""), state)).isEqualTo(state);
  }

  @Test
  void whileWriting_noQueryCanBeReached() {
    assertThat(Arrays.stream(WriteContext.class.getRecordComponents()))
        .extracting(RecordComponent::getType)
        .doesNotContain(Query.class);
    assertThat(Arrays.stream(Chunk.class.getRecordComponents()))
        .extracting(RecordComponent::getType)
        .doesNotContain(Query.class);
    assertThat(Arrays.stream(Turn.class.getRecordComponents()))
        .extracting(RecordComponent::getType)
        .doesNotContain(Query.class);
  }
}
