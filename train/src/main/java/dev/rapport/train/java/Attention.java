package dev.rapport.train.java;

import java.util.Arrays;

/**
 * Causal attention within each sequence, query heads sharing key heads: {@code y = softmax(q k^T /
 * sqrt(size)) v}; q and y [rows, queries * size], k and v [rows, keys * size].
 *
 * <p>One task is one sequence and one key head; it works through blocks of queries, so that scores
 * are never held for a whole sequence. Backward computes them again from the maximum and the sum
 * that forward left for each row: with {@code p} the softmax and {@code d = sum of dy y}, {@code dv
 * = p^T dy}, {@code ds = p (dy v^T - d)}, {@code dq = ds k}, {@code dk = ds^T q}.
 */
final class Attention {
  /** Queries of one block. */
  private static final int BLOCK = 48;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private final Heads heads;

  Attention(Heads heads) {
    this.heads = heads;
  }

  /**
   * @param max takes each softmax's greatest score, [rows, queries]
   * @param inverse takes one over each softmax's sum, [rows, queries]
   */
  void forward(
      Workers workers,
      Rows rows,
      float[] q,
      float[] k,
      float[] v,
      float[] y,
      float[] max,
      float[] inverse) {
    int size = heads.size();
    workers.run(
        rows.sequences() * heads.keys(),
        task -> {
          int start = rows.starts()[task / heads.keys()];
          int length = rows.length(task / heads.keys());
          int keyHead = task % heads.keys();
          int keyAt = start * heads.keyWidth() + keyHead * size;
          Scratch s = SCRATCH.get();
          s.keysT.pack(k, keyAt, 1, heads.keyWidth(), size, length);
          s.values.pack(v, keyAt, heads.keyWidth(), 1, length, size);
          for (int g = 0; g < heads.group(); g++) {
            int head = keyHead * heads.group() + g;
            int at = start * heads.queryWidth() + head * size;
            for (int from = 0; from < length; from += BLOCK) {
              int to = Math.min(from + BLOCK, length);
              float[] p = s.scores.take((long) BLOCK * to);
              product(rowsOf(q, at, from), to - from, s.keysT, size, to, p, 0, to, false);
              for (int i = from; i < to; i++) {
                int place = (start + i) * heads.queries() + head;
                int row = (i - from) * to;
                max[place] = Softmax.max(p, row, i + 1);
                double sum = Softmax.exponentials(p, row, i + 1, max[place], heads.scale());
                inverse[place] = (float) (1 / sum);
                Arrays.fill(p, row + i + 1, row + to, 0f);
              }
              int out = at + from * heads.queryWidth();
              product(
                  Left.of(p, to), to - from, s.values, to, size, y, out, heads.queryWidth(), false);
              for (int i = from; i < to; i++) {
                float scale = inverse[(start + i) * heads.queries() + head];
                int row = at + i * heads.queryWidth();
                for (int j = row; j < row + size; j++) {
                  y[j] *= scale;
                }
              }
            }
          }
        });
  }

  /** Sets dq, dk and dv. */
  void backward(
      Workers workers,
      Rows rows,
      float[] q,
      float[] k,
      float[] v,
      float[] y,
      float[] max,
      float[] inverse,
      float[] dy,
      float[] dq,
      float[] dk,
      float[] dv) {
    int size = heads.size();
    int wide = heads.queryWidth();
    int narrow = heads.keyWidth();
    float scale = heads.scale();
    workers.run(
        rows.sequences() * heads.keys(),
        task -> {
          int start = rows.starts()[task / heads.keys()];
          int length = rows.length(task / heads.keys());
          int keyHead = task % heads.keys();
          int keyAt = start * narrow + keyHead * size;
          Scratch s = SCRATCH.get();
          s.keysT.pack(k, keyAt, 1, narrow, size, length);
          s.keys.pack(k, keyAt, narrow, 1, length, size);
          s.valuesT.pack(v, keyAt, 1, narrow, size, length);
          for (int i = 0; i < length; i++) {
            Arrays.fill(dk, keyAt + i * narrow, keyAt + i * narrow + size, 0f);
            Arrays.fill(dv, keyAt + i * narrow, keyAt + i * narrow + size, 0f);
          }
          for (int g = 0; g < heads.group(); g++) {
            int head = keyHead * heads.group() + g;
            int at = start * wide + head * size;
            for (int from = 0; from < length; from += BLOCK) {
              int to = Math.min(from + BLOCK, length);
              int n = to - from;
              int block = at + from * wide;
              float[] p = s.scores.take((long) BLOCK * to);
              float[] ds = s.gradients.take((long) BLOCK * to);
              product(rowsOf(q, at, from), n, s.keysT, size, to, p, 0, to, false);
              product(rowsOf(dy, at, from), n, s.valuesT, size, to, ds, 0, to, false);
              for (int i = from; i < to; i++) {
                int place = (start + i) * heads.queries() + head;
                int row = (i - from) * to;
                int out = at + i * wide;
                Softmax.exponentials(p, row, i + 1, max[place], scale);
                float d = (float) Sums.dot(dy, out, y, out, size);
                float divide = inverse[place];
                for (int j = row; j <= row + i; j++) {
                  p[j] *= divide;
                  ds[j] = p[j] * (ds[j] - d) * scale;
                }
                Arrays.fill(p, row + i + 1, row + to, 0f);
                Arrays.fill(ds, row + i + 1, row + to, 0f);
              }
              product(Left.of(ds, to), n, s.keys, to, size, dq, block, wide, false);
              s.block.pack(q, block, wide, 1, n, size);
              product(Left.transposed(ds, to), to, s.block, n, size, dk, keyAt, narrow, true);
              s.block.pack(dy, block, wide, 1, n, size);
              product(Left.transposed(p, to), to, s.block, n, size, dv, keyAt, narrow, true);
            }
          }
        });
  }

  /** Rows of one head from {@code from} on. */
  private Left rowsOf(float[] x, int at, int from) {
    return new Left(x, at + from * heads.queryWidth(), heads.queryWidth(), 1);
  }

  private static void product(
      Left a,
      int rows,
      Panels b,
      int depth,
      int columns,
      float[] c,
      int at,
      int stride,
      boolean add) {
    Gemm.block(0, rows, a, b, depth, 0, columns, c, at, stride, add);
  }

  private static final class Scratch {
    private final Panels keysT = new Panels();
    private final Panels keys = new Panels();
    private final Panels values = new Panels();
    private final Panels valuesT = new Panels();
    private final Panels block = new Panels();
    private final Buffer scores = new Buffer();
    private final Buffer gradients = new Buffer();
  }
}
