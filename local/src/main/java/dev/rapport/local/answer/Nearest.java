package dev.rapport.local.answer;

import dev.rapport.page.Line;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the lines that bear on a query. */
final class Nearest {
  static final int MOST = 5;
  private static final double LEAST = 0.15;

  private Nearest() {}

  /** Lines with the similarity of their nearest sentence to the query. */
  static Stream<Map.Entry<Line, Double>> to(TextView query, PageLines page) {
    Map<Line, Double> nearest = new LinkedHashMap<>();
    for (Passage passage : page.passages()) {
      for (int s = 0; s < passage.sentences().size(); s++) {
        Line line = page.lines().get(passage.lines().get(s));
        nearest.merge(line, query.similarity(passage.sentences().get(s)), Math::max);
      }
    }
    return nearest.entrySet().stream().filter(entry -> entry.getValue() >= LEAST);
  }
}
