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
   * One line from each passage that favours the option and brings it a notable share of its
   * probability, the strongest passage first.
   */
  static List<Line> lines(PageLines page, Evidence evidence, double[][] joint, int chosen) {
    double total = Scorer.overPassages(joint)[chosen];
    return IntStream.range(0, page.passages().size())
        .filter(p -> joint[p][chosen] > LEAST_SHARE * total && favours(joint[p], chosen))
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(p -> joint[p][chosen]).reversed())
        .limit(MOST)
        .map(p -> clearest(page, p, evidence.bySentence[p], chosen))
        .toList();
  }

  private static Line clearest(PageLines page, int passage, double[][] fits, int chosen) {
    int clearest = 0;
    for (int s = 1; s < fits.length; s++) {
      if (fits[s][chosen] > fits[clearest][chosen]) {
        clearest = s;
      }
    }
    return page.lines().get(page.passages().get(passage).lines().get(clearest));
  }

  private static boolean favours(double[] row, int chosen) {
    double sum = 0;
    for (double p : row) {
      sum += p;
    }
    return row[chosen] * row.length > sum;
  }
}
