package dev.rapport.local.answer;

import dev.rapport.page.Line;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the lines that spoke for the chosen option. */
final class Speaking {
  private static final int MOST = 3;
  private static final double LEAST_SHARE = 0.05;

  private Speaking() {}

  /**
   * Lines that favour the option and bring it a notable share of its probability, the strongest
   * first.
   */
  static List<Line> lines(List<Line> lines, double[][] joint, int chosen) {
    double total = Scorer.overLines(joint)[chosen];
    return IntStream.range(0, lines.size())
        .filter(l -> joint[l][chosen] > LEAST_SHARE * total && favours(joint[l], chosen))
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(l -> joint[l][chosen]).reversed())
        .limit(MOST)
        .map(lines::get)
        .toList();
  }

  private static boolean favours(double[] row, int chosen) {
    double sum = 0;
    for (double p : row) {
      sum += p;
    }
    return row[chosen] * row.length > sum;
  }
}
