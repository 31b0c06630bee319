package dev.rapport.bench.rag;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several rankings as one, by reciprocal rank fusion: a passage scores the sum of {@code 1 / (60 +
 * rank)}, ranks from 1 (Cormack, Clarke and Buettcher, SIGIR 2009).
 */
record FusedRanking(List<Ranking> rankings) implements Ranking {
  private static final int K = 60;

  @Override
  public List<Integer> rank(String query) {
    Map<Integer, Double> scores = new LinkedHashMap<>();
    for (Ranking ranking : rankings) {
      List<Integer> ranked = ranking.rank(query);
      for (int i = 0; i < ranked.size(); i++) {
        scores.merge(ranked.get(i), 1.0 / (K + i + 1), Double::sum);
      }
    }
    return scores.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<Integer, Double> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
