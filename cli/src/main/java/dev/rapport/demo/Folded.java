package dev.rapport.demo;

import dev.rapport.chunk.Chunk;
import dev.rapport.chunk.Chunker;
import dev.rapport.chunk.ChunkerConfig;
import dev.rapport.conversation.Conversation;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnIdentity;
import dev.rapport.memory.MemoryStrategy;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.memory.WriteContext;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.text.TokenCounter;
import dev.rapport.work.Calls;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Folds a history with a strategy that keeps no page: the yardsticks. */
public final class Folded<S> implements Remembering {
  private static final UserId SOMEBODY = new UserId("somebody");
  private static final PersonKey KEY = PersonKey.of(new byte[PersonKey.BYTES]);

  private final MemoryStrategy<S> strategy;
  private final PrivacyGate gate;
  private final TokenCounter counter;
  private final RecallBudget budget;

  public Folded(
      MemoryStrategy<S> strategy, PrivacyGate gate, TokenCounter counter, RecallBudget budget) {
    this.strategy = strategy;
    this.gate = gate;
    this.counter = counter;
    this.budget = budget;
  }

  @Override
  public String name() {
    return strategy.name();
  }

  @Override
  public Function<Query, Recall> read(List<Conversation> history) {
    TurnIdentity identity = TurnIdentity.startingAt(KEY);
    Iterator<Turn> turns =
        history.stream()
            .flatMap(conversation -> conversation.messages().stream())
            .map(identity::identify)
            .map(turn -> turn.withText(gate.mask(turn.text())))
            .iterator();
    WriteContext context = new WriteContext(KEY, List.of(), Calls.none());
    S state = strategy.empty(SOMEBODY);
    for (Iterator<Chunk> chunks = Chunker.of(counter, ChunkerConfig.DEFAULT).chunks(turns);
        chunks.hasNext(); ) {
      state = strategy.write(chunks.next(), state, context).state();
    }
    S remembered = state;
    return query -> strategy.recall(query, remembered, budget);
  }
}
