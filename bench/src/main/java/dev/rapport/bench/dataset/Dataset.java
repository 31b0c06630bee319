package dev.rapport.bench.dataset;

import java.util.List;

/** An opened data set. Immutable; safe for several threads. */
public interface Dataset {
  DatasetInfo info();

  /** Digest of the bytes it was read from: the same version gives the same questions. */
  String version();

  /** In the data set's order. */
  List<Question> questions();

  /** What a user should know of how it was read, such as rows left out; one sentence each. */
  default List<String> notes() {
    return List.of();
  }

  /**
   * @param id as in {@link Question#history}
   */
  History history(String id);
}
