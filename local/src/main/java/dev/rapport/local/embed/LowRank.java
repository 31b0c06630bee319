package dev.rapport.local.embed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * A learned change of one weight matrix, {@code W + A B} (LoRA, arXiv 2106.09685, section 4.1).
 *
 * @param matrix its name in the network, which stores it quantized: 7-bit whole numbers and a scale
 *     for each column
 * @param down A, {@code [inner][rank]}, row by row
 * @param up B, {@code [rank][outer]}, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LowRank(String matrix, int inner, int rank, int outer, float[] down, float[] up) {
  // As the network's own weights: with 8 bits, sums of two products overflow on older processors.
  private static final int LARGEST = 64;

  /** Changes the matrix in place, quantized anew. */
  void changeIn(OnnxTensors network) throws IOException {
    ByteBuffer quantized = network.numbers(matrix + "_quantized");
    FloatBuffer scales = network.numbers(matrix + "_scale").asFloatBuffer();
    if (quantized.remaining() != inner * outer || scales.remaining() != outer) {
      throw new IOException(
          "the change of \"%s\" is for %d x %d numbers, the network has %d and %d scales"
              .formatted(matrix, inner, outer, quantized.remaining(), scales.remaining()));
    }
    float[] changed = changed(quantized, scales);
    for (int column = 0; column < outer; column++) {
      quantize(changed, column, quantized, scales);
    }
  }

  private float[] changed(ByteBuffer quantized, FloatBuffer scales) {
    float[] changed = new float[inner * outer];
    for (int i = 0; i < inner; i++) {
      int row = i * outer;
      for (int o = 0; o < outer; o++) {
        changed[row + o] = quantized.get(row + o) * scales.get(o);
      }
      for (int r = 0; r < rank; r++) {
        float weight = down[i * rank + r];
        for (int o = 0; o < outer; o++) {
          changed[row + o] += weight * up[r * outer + o];
        }
      }
    }
    return changed;
  }

  private void quantize(float[] changed, int column, ByteBuffer quantized, FloatBuffer scales) {
    float most = Float.MIN_NORMAL;
    for (int i = column; i < changed.length; i += outer) {
      most = Math.max(most, Math.abs(changed[i]));
    }
    float scale = most / LARGEST;
    scales.put(column, scale);
    for (int i = column; i < changed.length; i += outer) {
      quantized.put(i, (byte) Math.round(changed[i] / scale));
    }
  }
}
