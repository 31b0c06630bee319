package dev.rapport.local.answer;

import dev.rapport.local.embed.PageReader;
import dev.rapport.memory.Query;
import dev.rapport.page.Line;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the lines that bear on a query. */
final class Nearest {
  private static final int MOST = 5;
  private static final double CLEARLY =
      1; // of 31 lines, 7 on average; below, hardly one that bears

  private Nearest() {}

  /** Lines that speak clearly louder than silence, the loudest first. */
  static List<Line> to(Query query, List<Line> lines, PageReader reader) {
    if (lines.isEmpty()) {
      return List.of();
    }
    float[] asked = reader.read(query.text());
    Map<Line, Double> scores = new LinkedHashMap<>();
    for (Line line : lines) {
      scores.put(line, reader.score(reader.read(line.text()), asked));
    }
    return scores.entrySet().stream()
        .filter(entry -> entry.getValue() > reader.silence() + CLEARLY)
        .sorted(Map.Entry.<Line, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
