package dev.rapport.train.java;

import static dev.rapport.train.java.Panels.LANES;
import static dev.rapport.train.java.Panels.WIDTH;

import java.util.function.IntConsumer;
import jdk.incubator.vector.FloatVector;

/**
 * Matrix products in 32 bits. Each element of a result is one chain of fused multiply-adds in the
 * order of the depth, so that it has the same bits however the work is cut.
 */
final class Gemm {
  /**
   * Rows that a kernel holds in registers: eight vectors of sums, two of the right-hand side. With
   * twelve sums, C2 spills on 16 registers: 40 GFLOP/s instead of 90.
   */
  private static final int ROWS = 4;

  /** Of the depth, at a time: a panel of so much stays in the first cache. */
  private static final int DEPTH = 256;

  /** Rows of one task: so much of the left-hand side stays in the second cache. */
  private static final int TASK_ROWS = 96;

  /** Fewer multiplications are not worth waking a thread for. */
  private static final long WORTH_SHARING = 1 << 20;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private Gemm() {}

  /**
   * {@code c = a b}, or {@code c += a b}, on all workers.
   *
   * @param rows of a and c
   * @param c [rows, stride]
   * @param add keeps what is in c
   */
  static void multiply(
      Workers workers, int rows, Left a, Panels b, float[] c, int stride, boolean add) {
    int panels = Panels.count(b.columns());
    int rowTasks = (rows + TASK_ROWS - 1) / TASK_ROWS;
    boolean share = workers.threads() > 1 && (long) rows * b.columns() * b.depth() >= WORTH_SHARING;
    int wanted = share ? 4 * workers.threads() : 1;
    int columnTasks = Math.clamp((wanted + rowTasks - 1) / rowTasks, 1, panels);
    int panelsEach = (panels + columnTasks - 1) / columnTasks;
    IntConsumer task =
        t -> {
          int from = t / columnTasks * TASK_ROWS;
          int panel = t % columnTasks * panelsEach;
          int last = Math.min((panel + panelsEach) * WIDTH, b.columns());
          if (panel * WIDTH < last) {
            block(
                from,
                Math.min(from + TASK_ROWS, rows),
                a,
                b,
                b.depth(),
                panel,
                last,
                c,
                0,
                stride,
                add);
          }
        };
    if (share) {
      workers.run(rowTasks * columnTasks, task);
    } else {
      for (int t = 0; t < rowTasks * columnTasks; t++) {
        task.accept(t);
      }
    }
  }

  /**
   * A part of a product, on this thread: rows {@code from} to {@code to}, columns from those of
   * {@code panel} up to {@code columns}, the first {@code depth} of the depth. Row r of c begins at
   * {@code offset + r * stride}.
   */
  static void block(
      int from,
      int to,
      Left a,
      Panels b,
      int depth,
      int panel,
      int columns,
      float[] c,
      int offset,
      int stride,
      boolean add) {
    if (to - from < 4 && a.depthStride() == 1) {
      for (int row = from; row < to; row++) {
        int left = a.offset() + row * a.rowStride();
        RowKernel.row(a.values(), left, b, depth, panel, columns, c, offset + row * stride, add);
      }
      return;
    }
    Scratch scratch = SCRATCH.get();
    int lastPanel = Panels.count(columns);
    for (int d = 0; d < depth; d += DEPTH) {
      int deep = Math.min(DEPTH, depth - d);
      boolean more = add || d > 0;
      float[] packed = packRows(scratch, a, from, to, d, deep);
      for (int p = panel; p < lastPanel; p++) {
        int width = Math.min(WIDTH, columns - p * WIDTH);
        int right = b.start(p) + d * WIDTH;
        for (int row = from; row < to; row += ROWS) {
          int high = Math.min(ROWS, to - row);
          int left = (row - from) * deep;
          int at = offset + row * stride + p * WIDTH;
          if (high == ROWS && width == WIDTH) {
            tile(packed, left, b.values(), right, deep, c, at, stride, more);
          } else {
            edge(
                scratch.edge,
                packed,
                left,
                b.values(),
                right,
                deep,
                c,
                at,
                stride,
                more,
                high,
                width);
          }
        }
      }
    }
  }

  /** Rows in groups, each group depth by depth; missing rows are zeros. */
  private static float[] packRows(Scratch scratch, Left a, int from, int to, int d, int deep) {
    int groups = (to - from + ROWS - 1) / ROWS;
    float[] packed = scratch.rows.take((long) groups * ROWS * deep);
    float[] values = a.values();
    int step = a.depthStride();
    int at = a.offset() + from * a.rowStride() + d * step;
    int next = a.rowStride();
    int whole = (to - from) / ROWS;
    if (next == 1) {
      for (int i = 0; i < deep; i++) {
        int in = at + i * step;
        for (int r = 0; r < whole * ROWS; r += ROWS) {
          int out = r * deep + i * ROWS;
          packed[out] = values[in + r];
          packed[out + 1] = values[in + r + 1];
          packed[out + 2] = values[in + r + 2];
          packed[out + 3] = values[in + r + 3];
        }
      }
    } else {
      for (int r = 0; r < whole * ROWS; r += ROWS) {
        int in = at + r * next;
        for (int i = 0; i < deep; i++) {
          int out = r * deep + i * ROWS;
          packed[out] = values[in + i * step];
          packed[out + 1] = values[in + next + i * step];
          packed[out + 2] = values[in + 2 * next + i * step];
          packed[out + 3] = values[in + 3 * next + i * step];
        }
      }
    }
    int high = to - from - whole * ROWS;
    if (high > 0) {
      int in = at + whole * ROWS * next;
      int out = whole * ROWS * deep;
      for (int i = 0; i < deep * ROWS; i++) {
        packed[out + i] = i % ROWS < high ? values[in + i % ROWS * next + i / ROWS * step] : 0;
      }
    }
    return packed;
  }

  /** A tile that sticks out: computed whole in a corner of its own, and what fits is copied. */
  private static void edge(
      float[] corner,
      float[] a,
      int left,
      float[] b,
      int right,
      int depth,
      float[] c,
      int at,
      int stride,
      boolean add,
      int high,
      int width) {
    if (add) {
      for (int r = 0; r < high; r++) {
        System.arraycopy(c, at + r * stride, corner, r * WIDTH, width);
      }
    }
    tile(a, left, b, right, depth, corner, 0, WIDTH, add);
    for (int r = 0; r < high; r++) {
      System.arraycopy(corner, r * WIDTH, c, at + r * stride, width);
    }
  }

  /** Four rows by two vectors, all sums in registers. */
  private static void tile(
      float[] a,
      int left,
      float[] b,
      int right,
      int depth,
      float[] c,
      int at,
      int stride,
      boolean add) {
    int half = LANES.length();
    int at1 = at + stride;
    int at2 = at1 + stride;
    int at3 = at2 + stride;
    FloatVector zero = FloatVector.zero(LANES);
    FloatVector s00 = add ? FloatVector.fromArray(LANES, c, at) : zero;
    FloatVector s01 = add ? FloatVector.fromArray(LANES, c, at + half) : zero;
    FloatVector s10 = add ? FloatVector.fromArray(LANES, c, at1) : zero;
    FloatVector s11 = add ? FloatVector.fromArray(LANES, c, at1 + half) : zero;
    FloatVector s20 = add ? FloatVector.fromArray(LANES, c, at2) : zero;
    FloatVector s21 = add ? FloatVector.fromArray(LANES, c, at2 + half) : zero;
    FloatVector s30 = add ? FloatVector.fromArray(LANES, c, at3) : zero;
    FloatVector s31 = add ? FloatVector.fromArray(LANES, c, at3 + half) : zero;
    for (int d = 0; d < depth; d++) {
      FloatVector b0 = FloatVector.fromArray(LANES, b, right + d * WIDTH);
      FloatVector b1 = FloatVector.fromArray(LANES, b, right + d * WIDTH + half);
      FloatVector x = FloatVector.broadcast(LANES, a[left + d * ROWS]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = FloatVector.broadcast(LANES, a[left + d * ROWS + 1]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      x = FloatVector.broadcast(LANES, a[left + d * ROWS + 2]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      x = FloatVector.broadcast(LANES, a[left + d * ROWS + 3]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
    }
    s00.intoArray(c, at);
    s01.intoArray(c, at + half);
    s10.intoArray(c, at1);
    s11.intoArray(c, at1 + half);
    s20.intoArray(c, at2);
    s21.intoArray(c, at2 + half);
    s30.intoArray(c, at3);
    s31.intoArray(c, at3 + half);
  }

  private static final class Scratch {
    private final Buffer rows = new Buffer();
    private final float[] edge = new float[ROWS * WIDTH];
  }
}
