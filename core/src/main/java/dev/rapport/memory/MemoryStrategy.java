package dev.rapport.memory;

import dev.rapport.chunk.Chunk;
import dev.rapport.page.PageEdit;
import dev.rapport.person.UserId;

/**
 * A way to remember: M_i = f(C_i, M_{i-1}) (arXiv 2512.06688, sec. 3.2).
 *
 * @param <S> the memory kept between chunks, immutable
 */
public interface MemoryStrategy<S> {
  /** As on the command line and in reports. */
  String name();

  /** The memory of somebody nothing is known of. */
  S empty(UserId user);

  /** Folds a chunk in. Sees no query. */
  Written<S> write(Chunk chunk, S state, WriteContext context);

  /** A lookup: changes nothing and calls no language model. */
  Recall recall(Query query, S state, RecallBudget budget);

  /** The memory without what the person asked to forget. */
  S forget(PageEdit.Forget request, S state);
}
