package dev.rapport.local.write;

import java.util.List;

/**
 * A logistic scorer over dense features, hashed words and, where it has weights for one, a sentence
 * vector. Learned by the tuning program in this module's tests.
 *
 * @param bias added to every score
 * @param signs one weight per dense feature
 * @param own one weight per bucket of the sentence's words
 * @param around one weight per bucket of the words around it
 * @param vector one weight per dimension; empty when it does without
 */
record Logistic(float bias, float[] signs, float[] own, float[] around, float[] vector) {

  /** Log odds, by what needs no embedding. */
  double score(Clause clause) {
    double sum = bias;
    for (int i = 0; i < signs.length; i++) {
      sum += signs[i] * clause.signs()[i];
    }
    return sum + hashed(own, clause.own()) + hashed(around, clause.around());
  }

  /** Log odds. */
  double score(Clause clause, float[] embedding) {
    double sum = score(clause);
    for (int i = 0; i < vector.length; i++) {
      sum += vector[i] * embedding[i];
    }
    return sum;
  }

  static double probability(double score) {
    return 1 / (1 + Math.exp(-score));
  }

  /** More words must not mean more certainty: the sum counts as that of so many words. */
  private static double hashed(float[] weights, int[] buckets) {
    if (weights.length == 0 || buckets.length == 0) {
      return 0;
    }
    double sum = 0;
    for (int bucket : buckets) {
      sum += weights[bucket];
    }
    return sum / Math.sqrt(buckets.length);
  }

  /** Reads what {@code toLines} of the tuning program wrote: five lines of numbers. */
  static Logistic parse(List<String> lines) {
    if (lines.size() != 5) {
      throw new IllegalStateException(
          "a scorer has 5 lines (bias, signs, own, around, vector), not %d"
              .formatted(lines.size()));
    }
    return new Logistic(
        numbers(lines.get(0))[0],
        numbers(lines.get(1)),
        numbers(lines.get(2)),
        numbers(lines.get(3)),
        numbers(lines.get(4)));
  }

  private static float[] numbers(String line) {
    String[] parts = line.substring(line.indexOf(':') + 1).strip().split(" ", -1);
    float[] numbers = new float[parts[0].isEmpty() ? 0 : parts.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Float.parseFloat(parts[i]);
    }
    return numbers;
  }
}
