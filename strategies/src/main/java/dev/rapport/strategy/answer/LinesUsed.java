package dev.rapport.strategy.answer;

import dev.rapport.memory.Recall;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Estimates which lines an answer rests on: those that share the most words with it. */
final class LinesUsed {
  private static final int MOST_LINES = 3;
  private static final double LEAST_SHARE = 0.34;

  private record Shared(LineId line, double share) {}

  private LinesUsed() {}

  /** The strongest first; may be empty. */
  static List<LineId> in(String answer, Recall recall) {
    Set<String> said = new LinkedHashSet<>(Words.stems(answer));
    List<Shared> shared = new ArrayList<>();
    for (Line line : recall.lines()) {
      Set<String> stems = new LinkedHashSet<>(Words.stems(line.text()));
      long common = stems.stream().filter(said::contains).count();
      if (common > 0 && (double) common / stems.size() >= LEAST_SHARE) {
        shared.add(new Shared(line.id(), (double) common / stems.size()));
      }
    }
    shared.sort(Comparator.comparingDouble(Shared::share).reversed());
    return shared.stream().limit(MOST_LINES).map(Shared::line).toList();
  }
}
