package dev.rapport.demo;

import java.util.List;

/**
 * How many were right.
 *
 * @param right of {@code all}
 */
public record Share(int right, int all) {
  private static final double Z95 = 1.96;

  static Share of(List<Answered> answers) {
    return new Share((int) answers.stream().filter(Answered::isRight).count(), answers.size());
  }

  /** 0 to 1; 0 of nothing. */
  public double value() {
    return all == 0 ? 0 : (double) right / all;
  }

  /**
   * Half of the 95% interval of the difference between two answerings of the same questions, in the
   * same order.
   */
  static double intervalOfGain(List<Answered> one, List<Answered> other) {
    int n = one.size();
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double gain = (one.get(i).isRight() ? 1 : 0) - (other.get(i).isRight() ? 1 : 0);
      sum += gain;
      squares += gain * gain;
    }
    double mean = sum / n;
    return n < 2 ? 1 : Z95 * Math.sqrt(Math.max(0, squares / n - mean * mean) / (n - 1));
  }
}
