package dev.rapport.train.java;

import java.util.function.IntConsumer;

/**
 * {@code y = w x / sqrt(mean(x^2) + epsilon)}, row by row; x and y [rows, width], w [width].
 *
 * <p>Backward, with {@code s = 1 / sqrt(...)} and {@code g = w dy}: {@code dx = s g - x s^3 mean(g
 * x)}, {@code dw += sum of dy x s}.
 */
final class RmsNorm {
  /** Rows of one task; fixed, as it decides the order of dw's sum. */
  private static final int RUN = 256;

  private final Parameter weight;
  private final double epsilon;
  private final int width;
  private final Buffer partial = new Buffer();

  RmsNorm(Parameter weight, double epsilon) {
    this.weight = weight;
    this.epsilon = epsilon;
    this.width = weight.values().length;
  }

  /**
   * @param scales takes each row's {@code s}, [rows]
   */
  void forward(Workers workers, float[] x, int rows, float[] y, float[] scales) {
    float[] w = weight.values();
    runs(
        workers,
        rows,
        row -> {
          int at = row * width;
          double square = Sums.dot(x, at, x, at, width) / width;
          float s = (float) (1 / Math.sqrt(square + epsilon));
          scales[row] = s;
          for (int i = 0; i < width; i++) {
            y[at + i] = x[at + i] * s * w[i];
          }
        });
  }

  /**
   * @param add adds to dx rather than setting it; only then may dx not be dy
   */
  void backward(
      Workers workers, float[] x, float[] scales, float[] dy, int rows, float[] dx, boolean add) {
    float[] w = weight.values();
    int runs = (rows + RUN - 1) / RUN;
    float[] sums = partial.zeros((long) runs * width);
    runs(
        workers,
        rows,
        row -> {
          int at = row * width;
          int sum = row / RUN * width;
          float s = scales[row];
          double mean = 0;
          for (int i = 0; i < width; i++) {
            float xs = x[at + i] * s;
            mean += (double) xs * (dy[at + i] * w[i]);
            sums[sum + i] += dy[at + i] * xs;
          }
          float shrink = (float) (mean / width) * s * s;
          for (int i = 0; i < width; i++) {
            float d = dy[at + i] * w[i] * s - x[at + i] * shrink;
            dx[at + i] = add ? dx[at + i] + d : d;
          }
        });
    for (int run = 0; weight.learns() && run < runs; run++) {
      Sums.add(sums, run * width, weight.gradient(), 0, width);
    }
  }

  private static void runs(Workers workers, int rows, IntConsumer body) {
    workers.run(
        (rows + RUN - 1) / RUN,
        run -> {
          for (int row = run * RUN; row < Math.min(rows, (run + 1) * RUN); row++) {
            body.accept(row);
          }
        });
  }
}
