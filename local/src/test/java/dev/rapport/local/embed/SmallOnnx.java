package dev.rapport.local.embed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes an ONNX file of one quantized matrix, as far as {@link OnnxTensors} reads one. */
final class SmallOnnx {
  private SmallOnnx() {}

  /**
   * @param quantized row by row
   * @param scales one for each column
   */
  static byte[] of(String matrix, byte[] quantized, float[] scales) {
    ByteBuffer packed =
        ByteBuffer.allocate(Float.BYTES * scales.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float scale : scales) {
      packed.putFloat(scale);
    }
    byte[] weights = tensor(matrix + "_quantized", 9, quantized);
    byte[] columns = tensor(matrix + "_scale", 4, packed.array());
    byte[] graph = join(text(2, "graph"), field(5, weights), field(5, columns));
    byte[] version = {8, (byte) 0x96, 1}; // field 1, a number
    return join(version, text(2, "producer"), field(7, graph));
  }

  private static byte[] tensor(String name, int sort, byte[] data) {
    return join(text(8, name), field(sort, data));
  }

  private static byte[] text(int number, String text) {
    return field(number, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] field(int number, byte[] content) {
    return join(varint((number << 3) | 2), varint(content.length), content);
  }

  private static byte[] varint(int value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int rest = value;
    while (rest > 127) {
      out.write((rest & 127) | 128);
      rest >>>= 7;
    }
    out.write(rest);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
