package dev.rapport.train.java;

/** {@code y = E[token]}, E [vocabulary, width]. Backward: {@code dE[token] += dy}, row by row. */
final class Embedding {
  /** Columns of one task; every task goes through all rows in order. */
  private static final int STRIPE = 64;

  private final Parameter weight;
  private final int width;

  Embedding(Parameter weight) {
    this.weight = weight;
    this.width = weight.shape().getLast();
  }

  void forward(int[] tokens, int rows, float[] y) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(weight.values(), tokens[row] * width, y, row * width, width);
    }
  }

  void backward(Workers workers, int[] tokens, int rows, float[] dy) {
    if (!weight.learns()) {
      return;
    }
    float[] gradient = weight.gradient();
    workers.run(
        (width + STRIPE - 1) / STRIPE,
        stripe -> {
          int from = stripe * STRIPE;
          int n = Math.min(STRIPE, width - from);
          for (int row = 0; row < rows; row++) {
            Sums.add(dy, row * width + from, gradient, tokens[row] * width + from, n);
          }
        });
  }
}
