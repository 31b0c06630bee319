package dev.rapport.train.java;

/** The gradient of what is added to every row: sums over rows, in runs of fixed length. */
final class ColumnSums {
  private static final int RUN = 256;

  private ColumnSums() {}

  /** {@code sums += sum of x's rows}, x [rows, width]. */
  static void add(Workers workers, float[] x, int rows, int width, float[] sums) {
    int runs = (rows + RUN - 1) / RUN;
    var partial = new float[runs * width];
    workers.run(
        runs,
        run -> {
          for (int row = run * RUN; row < Math.min(rows, (run + 1) * RUN); row++) {
            Sums.add(x, row * width, partial, run * width, width);
          }
        });
    for (int run = 0; run < runs; run++) {
      Sums.add(partial, run * width, sums, 0, width);
    }
  }
}
