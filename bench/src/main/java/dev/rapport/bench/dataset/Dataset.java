package dev.rapport.bench.dataset;

import java.util.List;

/** An opened data set. Immutable; safe for several threads. */
public interface Dataset {
  DatasetInfo info();

  /** Digest of the bytes it was read from: the same version gives the same questions. */
  String version();

  /** In the data set's order. */
  List<Question> questions();

  /**
   * @param id as in {@link Question#history}
   */
  History history(String id);
}
