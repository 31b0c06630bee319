package dev.rapport.train.java;

/**
 * The left-hand matrix of a product where it stands: element (r, d) is {@code values[offset + r *
 * rowStride + d * depthStride]}.
 */
record Left(float[] values, int offset, int rowStride, int depthStride) {
  /** Row-major, [rows, width]. */
  static Left of(float[] values, int width) {
    return new Left(values, 0, width, 1);
  }

  /** The transpose of a row-major [depth, width] matrix. */
  static Left transposed(float[] values, int width) {
    return new Left(values, 0, 1, width);
  }
}
