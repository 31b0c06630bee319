package dev.rapport.train.java;

import java.util.Arrays;

/**
 * From hidden states to log-probabilities of given tokens: {@code log softmax(W norm(h) /
 * temperature)[target]}.
 *
 * <p>Backward: {@code dlogits = dlogp (onehot(target) - softmax) / temperature}. The vocabulary is
 * scored for a few rows at a time, and once more on the way back unless all rows fit into memory.
 */
final class Head {
  /** Numbers that may stand in memory at a time. */
  private static final int LOGITS = 1 << 24;

  private final RmsNorm norm;
  private final Linear linear;
  private final int hidden;
  private final Buffer normed = new Buffer();
  private final Buffer scales = new Buffer();
  private final Buffer logits = new Buffer();
  private final Buffer dNormed = new Buffer();
  private final Panels panels = new Panels();

  Head(RmsNorm norm, Linear linear, int hidden) {
    this.norm = norm;
    this.linear = linear;
    this.hidden = hidden;
  }

  /** Logits for all rows, [rows, vocabulary], until the next call. */
  float[] logits(Workers workers, float[] h, int rows) {
    float[] n = normed.take((long) rows * hidden);
    norm.forward(workers, h, rows, n, scales.take(rows));
    float[] out = logits.take((long) rows * linear.out());
    linear.forward(workers, n, rows, out);
    return out;
  }

  /** Numbers of logits that were ever held at a time, room to spare included. */
  int held() {
    return logits.take(0).length;
  }

  /** Most rows for one call of {@link #logits}. */
  int mostRows() {
    return Math.max(1, LOGITS / linear.out());
  }

  /**
   * @param h [rows, hidden]
   * @param targets [rows]
   * @param logProbs to be filled, [rows]
   */
  void logProbs(
      Workers workers, float[] h, int[] targets, int rows, float temperature, float[] logProbs) {
    for (int from = 0; from < rows; from += mostRows()) {
      int n = Math.min(mostRows(), rows - from);
      probabilities(workers, slice(h, from, n, rows), targets, from, n, temperature, logProbs);
    }
  }

  /**
   * Follows a call of {@link #logProbs} with the same arguments.
   *
   * @param dLogProbs [rows]
   * @param dh to be filled, [rows, hidden]
   */
  void backward(
      Workers workers,
      float[] h,
      int[] targets,
      int rows,
      float temperature,
      float[] dLogProbs,
      float[] dh) {
    boolean kept = rows <= mostRows();
    for (int from = 0; from < rows; from += mostRows()) {
      int first = from;
      int n = Math.min(mostRows(), rows - from);
      float[] x = slice(h, from, n, rows);
      if (!kept) {
        probabilities(workers, x, targets, from, n, temperature, new float[rows]);
      }
      float[] d = logits.take((long) n * linear.out());
      int width = linear.out();
      workers.run(
          n,
          row -> {
            float scale = dLogProbs[first + row] / temperature;
            int at = row * width;
            for (int i = at; i < at + width; i++) {
              d[i] *= -scale;
            }
            d[at + targets[first + row]] += scale;
          });
      float[] dn = dNormed.take((long) n * hidden);
      float[] normedRows = normed.take((long) n * hidden);
      panels.pack(workers, normedRows, 0, hidden, 1, n, hidden);
      linear.backward(workers, normedRows, panels, d, n, dn, false);
      norm.backward(workers, x, scales.take(n), dn, n, dn, false);
      System.arraycopy(dn, 0, dh, from * hidden, n * hidden);
    }
  }

  /** Leaves probabilities in {@link #logits}. */
  private void probabilities(
      Workers workers,
      float[] x,
      int[] targets,
      int from,
      int rows,
      float temperature,
      float[] logProbs) {
    float[] p = logits(workers, x, rows);
    int width = linear.out();
    workers.run(
        rows,
        row -> {
          int at = row * width;
          float target = p[at + targets[from + row]];
          float max = Softmax.max(p, at, width);
          double sum = Softmax.exponentials(p, at, width, max, 1 / temperature);
          logProbs[from + row] = (float) ((target - max) / temperature - Math.log(sum));
          float inverse = (float) (1 / sum);
          for (int i = at; i < at + width; i++) {
            p[i] *= inverse;
          }
        });
  }

  private float[] slice(float[] h, int from, int n, int rows) {
    return n == rows ? h : Arrays.copyOfRange(h, from * hidden, (from + n) * hidden);
  }
}
