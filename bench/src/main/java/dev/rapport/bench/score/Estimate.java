package dev.rapport.bench.score;

/**
 * A mean with its 95% interval.
 *
 * @param value the mean of the questions, each weighing the same
 * @param low lower end
 * @param high upper end
 * @param questions how many it is the mean of; 0 makes the rest meaningless
 * @param people how many clusters they come in
 */
public record Estimate(double value, double low, double high, int questions, int people) {
  /** Of no questions. */
  public static final Estimate NONE = new Estimate(0, 0, 0, 0, 0);

  /** Whether there was anything to estimate from. */
  public boolean isKnown() {
    return questions > 0;
  }

  /** Whether the interval holds a value: then it cannot be told from the estimate. */
  public boolean holds(double other) {
    return low <= other && other <= high;
  }
}
