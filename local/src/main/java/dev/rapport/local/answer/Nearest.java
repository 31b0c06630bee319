package dev.rapport.local.answer;

import dev.rapport.page.Line;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the lines that bear on a query. */
final class Nearest {
  static final int MOST = 5;
  private static final double LEAST = 0.15;

  private Nearest() {}

  /** Lines with their similarity to the query, in no order. */
  static Stream<Map.Entry<Line, Double>> to(TextView query, PageLines lines) {
    return IntStream.range(0, lines.lines().size())
        .mapToObj(
            l -> Map.entry(lines.lines().get(l), similarity(query, lines.told().get(l).view())))
        .filter(entry -> entry.getValue() >= LEAST);
  }

  private static double similarity(TextView query, TextView line) {
    return (query.wholeSimilarity(line) + query.contentSimilarity(line)) / 2;
  }
}
