package dev.rapport.local.answer;

import dev.rapport.local.embed.PageReader;
import dev.rapport.page.Line;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the lines that spoke for the chosen option. */
final class Speaking {
  private static final int MOST = 3;
  private static final double LEAST_SHARE = 0.05;

  private Speaking() {}

  /**
   * One line from each passage that favours the option and brings it a notable share of its
   * probability, the strongest passage first.
   */
  static List<Line> lines(Evidence evidence, int chosen, PageReader reader) {
    double[][] joint = evidence.joint();
    double total = evidence.byOption()[chosen];
    return IntStream.range(0, evidence.passages().size())
        .filter(p -> joint[p][chosen] > LEAST_SHARE * total && favours(joint[p], chosen))
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(p -> joint[p][chosen]).reversed())
        .limit(MOST)
        .map(p -> clearest(evidence.passages().get(p), evidence.offered().get(chosen), reader))
        .toList();
  }

  private static Line clearest(Passage passage, float[] offer, PageReader reader) {
    List<Line> lines = passage.lines();
    return lines.size() == 1
        ? lines.getFirst()
        : lines.stream()
            .max(Comparator.comparingDouble(line -> reader.score(reader.read(line.text()), offer)))
            .orElseThrow();
  }

  private static boolean favours(double[] row, int chosen) {
    return row[chosen] * row.length > Arrays.stream(row).sum();
  }
}
