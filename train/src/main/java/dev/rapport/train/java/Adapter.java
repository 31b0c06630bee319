package dev.rapport.train.java;

import java.util.Optional;

/**
 * A low-rank addition to a layer: {@code y += s (x A^T) B^T} with A [rank, in], B [out, rank].
 *
 * <p>Backward goes through both in turn; what lies between them is computed anew, as it is small.
 */
final class Adapter {
  private final Parameter a;
  private final Parameter b;
  private final float scale;
  private final Linear down;
  private final Linear up;
  private final Buffer middle = new Buffer();
  private final Buffer dMiddle = new Buffer();
  private final Panels panels = new Panels();

  Adapter(Parameter a, Parameter b, float scale) {
    this.a = a;
    this.b = b;
    this.scale = scale;
    down = new Linear(a, Optional.empty(), Optional.empty());
    up = new Linear(b, Optional.empty(), Optional.empty());
  }

  void forwardAdd(Workers workers, float[] x, int rows, float[] y) {
    up.forwardAdd(workers, middle(workers, x, rows), rows, y);
  }

  /**
   * Adds to dx.
   *
   * @param shared x as {@link Linear#backward} takes it
   */
  void backward(Workers workers, float[] x, Panels shared, float[] dy, int rows, float[] dx) {
    float[] m = middle(workers, x, rows);
    float[] dm = dMiddle.take((long) rows * down.out());
    panels.pack(workers, m, 0, down.out(), 1, rows, down.out());
    up.backward(workers, m, panels, dy, rows, dm, false);
    scale(dm, rows);
    down.backward(workers, x, shared, dm, rows, dx, true);
  }

  private float[] middle(Workers workers, float[] x, int rows) {
    float[] m = middle.take((long) rows * down.out());
    down.forward(workers, x, rows, m);
    scale(m, rows);
    return m;
  }

  private void scale(float[] values, int rows) {
    for (int i = 0; i < rows * down.out(); i++) {
      values[i] *= scale;
    }
  }

  /** {@code W + s B A}, a copy. */
  float[] merged(float[] weight) {
    int rank = a.shape().getFirst();
    int in = a.shape().getLast();
    float[] sum = weight.clone();
    for (int row = 0; row < b.shape().getFirst(); row++) {
      for (int r = 0; r < rank; r++) {
        float factor = scale * b.values()[row * rank + r];
        for (int i = 0; i < in; i++) {
          sum[row * in + i] += factor * a.values()[r * in + i];
        }
      }
    }
    return sum;
  }
}
