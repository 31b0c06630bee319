package dev.rapport.strategy.nomemory;

import dev.rapport.chunk.Chunk;
import dev.rapport.memory.MemoryStrategy;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.memory.WriteContext;
import dev.rapport.memory.Written;
import dev.rapport.page.PageEdit;
import dev.rapport.person.UserId;
import java.util.List;

/**
 * Remembers nothing: whatever an answerer scores with it, it knew from the question alone. Safe for
 * several threads.
 */
public final class NoMemory implements MemoryStrategy<NoMemory.Nothing> {
  /** The memory of somebody nothing is kept of. */
  public record Nothing(UserId user) {}

  @Override
  public String name() {
    return "nomemory";
  }

  @Override
  public Nothing empty(UserId user) {
    return new Nothing(user);
  }

  @Override
  public Written<Nothing> write(Chunk chunk, Nothing state, WriteContext context) {
    return new Written<>(state, false, List.of(), List.of());
  }

  @Override
  public Recall recall(Query query, Nothing state, RecallBudget budget) {
    return Recall.NOTHING;
  }

  @Override
  public Nothing forget(PageEdit.Forget request, Nothing state) {
    return state;
  }
}
