package dev.rapport.bench.rag;

import java.util.List;

/** Passages in the order they were said, and what ranks them. */
record RagIndex(List<Passage> passages, Ranking ranking) {
  /** The passages that suit a query, the best first. */
  List<Passage> best(String query) {
    return ranking.rank(query).stream().map(passages::get).toList();
  }
}
