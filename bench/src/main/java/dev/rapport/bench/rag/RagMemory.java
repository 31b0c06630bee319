package dev.rapport.bench.rag;

import dev.rapport.person.UserId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was said, and an index over it. Immutable: the index, which is worked out when
 * first asked for and then kept, follows from the turns alone. Safe for several threads.
 */
public final class RagMemory {
  private final UserId user;
  private final List<NumberedTurn> turns;
  private final Function<List<NumberedTurn>, RagIndex> indexing;
  private @Nullable RagIndex index;

  RagMemory(
      UserId user, List<NumberedTurn> turns, Function<List<NumberedTurn>, RagIndex> indexing) {
    this.user = user;
    this.turns = List.copyOf(turns);
    this.indexing = indexing;
  }

  List<NumberedTurn> turns() {
    return turns;
  }

  RagMemory with(List<NumberedTurn> others) {
    return others.size() == turns.size() ? this : new RagMemory(user, others, indexing);
  }

  synchronized RagIndex index() {
    RagIndex known = index;
    if (known == null) {
      known = indexing.apply(turns);
      index = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RagMemory memory
        && memory.user.equals(user)
        && memory.turns.equals(turns);
  }

  @Override
  public int hashCode() {
    return 31 * user.hashCode() + turns.hashCode();
  }

  @Override
  public String toString() {
    return "RagMemory[%s, %d turns]".formatted(user, turns.size());
  }
}
