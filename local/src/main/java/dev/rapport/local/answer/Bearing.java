package dev.rapport.local.answer;

/**
 * Whether a page bears on a question at all. What is said of the options is worth no more than
 * that: of two options one is always nearer to a line about something else.
 */
final class Bearing {
  // Logistic, fitted to the passages of p01-p16 and their twins: those that tell against the rest,
  // both sorts weighing the same. On held-out people a passage that tells scores higher than one
  // that does not in 79% of pairs.
  private static final double TO_QUERY = 0.068;
  private static final double TO_OPTIONS = 0.709;
  private static final double TO_BEST_OPTION = 1.387;
  private static final double LEAST = -2.702;

  private static final int QUERY = index("query-most");
  private static final int OPTIONS = index("options-most");
  private static final int BEST_OPTION = index("option-best");

  private Bearing() {}

  /** From 0 to 1; of the passage that bears most, 0 for an empty page. */
  static double of(Evidence evidence) {
    double most = 0;
    for (double[] passage : evidence.bearings) {
      double score =
          TO_QUERY * passage[QUERY]
              + TO_OPTIONS * passage[OPTIONS]
              + TO_BEST_OPTION * passage[BEST_OPTION]
              + LEAST;
      most = Math.max(most, 1 / (1 + Math.exp(-score)));
    }
    return most;
  }

  private static int index(String name) {
    int index = Evidence.BEARINGS.indexOf(name);
    if (index < 0) {
      throw new IllegalStateException("%s is none of %s".formatted(name, Evidence.BEARINGS));
    }
    return index;
  }
}
