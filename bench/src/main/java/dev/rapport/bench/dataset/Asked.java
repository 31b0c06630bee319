package dev.rapport.bench.dataset;

import dev.rapport.memory.Query;
import java.util.List;

/**
 * What is asked of an answerer.
 *
 * @param options in the data set's order, which often puts the right one first, so a run shuffles
 *     them; empty for an open question
 */
public record Asked(Query query, List<String> options) {
  public Asked {
    options = List.copyOf(options);
  }
}
