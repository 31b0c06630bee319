package dev.rapport.local.answer;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts right answers: with the whole page, with the telling passages alone, and without them. */
final class Tally {
  private final Map<TuningSet.Sort, double[]> sums = new EnumMap<>(TuningSet.Sort.class);

  void add(Scorer scorer, TuningSet set) {
    double[] sum = sums.computeIfAbsent(set.sort(), sort -> new double[6]);
    double[][] joint = scorer.joint(set.evidence(), set.options());
    double[] page = Scorer.overPassages(joint);
    double[] telling = new double[set.options()];
    double[] rest = new double[set.options()];
    double told = 0;
    for (int p = 0; p < joint.length - 1; p++) {
      for (int o = 0; o < set.options(); o++) {
        (set.telling()[p] ? telling : rest)[o] += joint[p][o];
        told += set.telling()[p] ? joint[p][o] : 0;
      }
    }
    double[] found = {
      1, hit(page, set.right()), hit(telling, set.right()), hit(rest, set.right()), told, most(page)
    };
    for (int i = 0; i < sum.length; i++) {
      sum[i] += found[i];
    }
  }

  double withPage(TuningSet.Sort sort) {
    return share(sort, 1);
  }

  double withTellingPassages(TuningSet.Sort sort) {
    return share(sort, 2);
  }

  double withoutTellingPassages(TuningSet.Sort sort) {
    return share(sort, 3);
  }

  private double share(TuningSet.Sort sort, int what) {
    double[] sum = sums.getOrDefault(sort, new double[] {1, 0, 0, 0, 0, 0});
    return sum[what] / sum[0];
  }

  private static double hit(double[] p, int right) {
    double above = 0;
    double level = 0;
    for (double each : p) {
      above += each > p[right] ? 1 : 0;
      level += each == p[right] ? 1 : 0;
    }
    return above > 0 ? 0 : 1 / level;
  }

  private static double most(double[] p) {
    return Arrays.stream(p).max().orElse(0);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    sums.forEach(
        (sort, sum) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-14s n %4.0f  page %.3f  telling passages only %.3f  without them %.3f"
                        + "  mass on telling passages %.2f  mean confidence %.3f%n",
                    sort,
                    sum[0],
                    sum[1] / sum[0],
                    sum[2] / sum[0],
                    sum[3] / sum[0],
                    sum[4] / sum[0],
                    sum[5] / sum[0])));
    return text.toString();
  }
}
