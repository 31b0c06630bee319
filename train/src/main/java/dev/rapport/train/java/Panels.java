package dev.rapport.train.java;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The right-hand matrix of a product, [depth, columns], in the order in which {@link Gemm} reads
 * it: panels of {@link #WIDTH} columns, each row by row, the last one filled up with zeros.
 */
final class Panels {
  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

  /** Two vectors. */
  static final int WIDTH = 2 * LANES.length();

  private final Buffer buffer = new Buffer();
  private float[] values = new float[0];
  private int depth;
  private int columns;

  int depth() {
    return depth;
  }

  int columns() {
    return columns;
  }

  float[] values() {
    return values;
  }

  /** Where a panel begins in {@link #values}. */
  int start(int panel) {
    return panel * depth * WIDTH;
  }

  static int count(int columns) {
    return (columns + WIDTH - 1) / WIDTH;
  }

  /**
   * Takes in a matrix.
   *
   * @param from element (d, c) stands at {@code offset + d * depthStride + c * columnStride}
   */
  void pack(
      Workers workers, float[] from, int offset, int depthStride, int columnStride, int d, int c) {
    prepare(d, c);
    workers.run(count(c), panel -> packPanel(from, offset, depthStride, columnStride, panel));
  }

  /** As the other, on this thread alone. */
  void pack(float[] from, int offset, int depthStride, int columnStride, int d, int c) {
    prepare(d, c);
    for (int panel = 0; panel < count(c); panel++) {
      packPanel(from, offset, depthStride, columnStride, panel);
    }
  }

  private void prepare(int d, int c) {
    depth = d;
    columns = c;
    values = buffer.take((long) count(c) * WIDTH * d);
  }

  private void packPanel(float[] from, int offset, int depthStride, int columnStride, int panel) {
    int first = panel * WIDTH;
    int width = Math.min(WIDTH, columns - first);
    int start = start(panel);
    if (width < WIDTH) {
      Arrays.fill(values, start, start + depth * WIDTH, 0f);
    }
    if (columnStride == 1 && width == WIDTH) {
      int half = LANES.length();
      for (int d = 0; d < depth; d++) {
        int in = offset + d * depthStride + first;
        int out = start + d * WIDTH;
        FloatVector.fromArray(LANES, from, in).intoArray(values, out);
        FloatVector.fromArray(LANES, from, in + half).intoArray(values, out + half);
      }
      return;
    }
    if (columnStride == 1) {
      for (int d = 0; d < depth; d++) {
        System.arraycopy(from, offset + d * depthStride + first, values, start + d * WIDTH, width);
      }
      return;
    }
    for (int c = 0; c < width; c++) {
      int at = offset + (first + c) * columnStride;
      for (int d = 0; d < depth; d++) {
        values[start + d * WIDTH + c] = from[at + d * depthStride];
      }
    }
  }
}
