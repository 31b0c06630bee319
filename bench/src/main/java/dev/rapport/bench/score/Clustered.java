package dev.rapport.bench.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 95% intervals for questions that come in people.
 *
 * <p>The variance is the cluster-robust one of a ratio mean (linearised, with the factor {@code
 * G/(G-1)}; Liang and Zeger, Biometrika 73, 1986; Cochran, Sampling Techniques, 1977, sec. 9A), and
 * the quantile is Student's with {@code G-1} degrees of freedom, so that few people widen it.
 *
 * <p>For shares, the interval is Wilson's over the effective number of questions, as proposed for
 * clustered surveys (Korn and Graubard, Survey Methodology 24, 1998; Dean and Pagano, J. Survey
 * Statistics and Methodology 3, 2015): it stays within 0 and 1 and keeps a width where all are
 * right or all wrong. The design effect is taken to be at least 1: people who are more alike than
 * chance allows buy no certainty.
 *
 * <p>From one person nothing can be told about others: the interval is everything that is possible.
 */
public final class Clustered {
  private final int questions;
  private final double mean;
  private final double[] residuals;
  private final double[] sizes;

  private Clustered(List<Sample> samples) {
    Map<String, double[]> clusters = new LinkedHashMap<>();
    double sum = 0;
    for (Sample sample : samples) {
      double[] cluster = clusters.computeIfAbsent(sample.cluster(), name -> new double[2]);
      cluster[0] += sample.value();
      cluster[1]++;
      sum += sample.value();
    }
    questions = samples.size();
    mean = sum / questions;
    residuals = clusters.values().stream().mapToDouble(c -> c[0] - mean * c[1]).toArray();
    sizes = clusters.values().stream().mapToDouble(c -> c[1]).toArray();
  }

  /**
   * The mean of scores between 0 and 1.
   *
   * @return {@link Estimate#NONE} of no samples
   */
  public static Estimate share(List<Sample> samples) {
    return samples.isEmpty() ? Estimate.NONE : new Clustered(samples).share();
  }

  /**
   * The mean of paired differences between -1 and 1. The standard error is taken to be no smaller
   * than if one question had gone the other way, so that no difference at all is not certainty.
   *
   * @return {@link Estimate#NONE} of no samples
   */
  public static Estimate difference(List<Sample> samples) {
    return samples.isEmpty() ? Estimate.NONE : new Clustered(samples).difference();
  }

  private Estimate share() {
    if (people() == 1) {
      return estimate(0, 1);
    }
    double t = StudentT.quantile975(people() - 1);
    boolean extreme = mean <= 0 || mean >= 1;
    // At an extreme nothing varies: take the design effect of one answer gone the other way.
    double shown = extreme ? 1 - 1.0 / questions : mean;
    double variance = extreme ? oneOff() : variance();
    double alone = shown * (1 - shown) / questions;
    double effect = alone > 0 ? Math.max(1, variance / alone) : 1;
    double n = Math.max(1, questions / effect);
    double centre = (mean + t * t / (2 * n)) / (1 + t * t / n);
    double half = t / (1 + t * t / n) * Math.sqrt(mean * (1 - mean) / n + t * t / (4 * n * n));
    return estimate(
        mean <= 0 ? 0 : Math.max(0, centre - half), mean >= 1 ? 1 : Math.min(1, centre + half));
  }

  private Estimate difference() {
    if (people() == 1) {
      return estimate(-1, 1);
    }
    double least = factor() / ((double) questions * questions);
    double half = StudentT.quantile975(people() - 1) * Math.sqrt(Math.max(least, variance()));
    return estimate(Math.max(-1, mean - half), Math.min(1, mean + half));
  }

  private double variance() {
    double squares = 0;
    for (double residual : residuals) {
      squares += residual * residual;
    }
    return factor() * squares / ((double) questions * questions);
  }

  /** The variance if all answers but one, of the person with most questions, were the same. */
  private double oneOff() {
    double rate = 1.0 / questions;
    int biggest = 0;
    double squares = 0;
    for (int i = 0; i < sizes.length; i++) {
      biggest = sizes[i] > sizes[biggest] ? i : biggest;
      squares += rate * sizes[i] * rate * sizes[i];
    }
    double other = rate * sizes[biggest];
    squares += (1 - other) * (1 - other) - other * other;
    return factor() * squares / ((double) questions * questions);
  }

  private double factor() {
    return people() / (people() - 1.0);
  }

  private int people() {
    return sizes.length;
  }

  private Estimate estimate(double low, double high) {
    return new Estimate(mean, low, high, questions, people());
  }
}
