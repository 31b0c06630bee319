package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.memory.MemoryStrategy;
import java.util.function.Function;

/**
 * How a run comes by a memory.
 *
 * @param <S> the memory
 */
public sealed interface Remembering<S> {
  /** Written once per history, blind to the questions, and kept. */
  record Kept<S>(MemoryStrategy<S> strategy, MemoryCodec<S> codec) implements Remembering<S> {}

  /** Made from the history whenever it is needed, since that costs nothing. */
  record Rebuilt<S>(MemoryStrategy<S> strategy) implements Remembering<S> {}

  /** There is nothing to remember: the history is not read. */
  record Nothing<S>(MemoryStrategy<S> strategy) implements Remembering<S> {}

  /**
   * Of the history only the messages that the question's answer rests on. Not a memory: it is told
   * what is right to look at, and shows what an answerer does with it.
   */
  record Evidence<S>(MemoryStrategy<S> strategy) implements Remembering<S> {}

  /**
   * Written anew for every question with the question in sight, as the reference implementation of
   * PersonaMem-v2 does.
   *
   * @param strategy for a question; it is shown the options in the order the answerer will see
   */
  record PerQuestion<S>(Function<Asked, MemoryStrategy<S>> strategy, MemoryCodec<S> codec)
      implements Remembering<S> {}
}
