package dev.rapport.bench.rag;

import java.util.List;

/** An index over passages: made once, asked often. Immutable; safe for several threads. */
interface Ranking {
  /** Indexes of passages, the best first; those that do not match at all may be left out. */
  List<Integer> rank(String query);
}
