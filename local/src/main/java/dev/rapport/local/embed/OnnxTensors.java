package dev.rapport.local.embed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a network's tensors lie in the bytes of its ONNX file, so that they can be changed in
 * place: ONNX Runtime takes weights from a file but gives none back.
 */
final class OnnxTensors {
  // Of onnx.proto: ModelProto.graph, GraphProto.initializer, and of TensorProto the rest.
  private static final int GRAPH = 7;
  private static final int INITIALIZER = 5;
  private static final int FLOAT_DATA = 4;
  private static final int NAME = 8;
  private static final int RAW_DATA = 9;

  private final Map<String, ByteBuffer> numbers = new LinkedHashMap<>();

  private OnnxTensors() {}

  /**
   * @throws IOException if the bytes are cut short or no such file
   */
  static OnnxTensors in(byte[] network) throws IOException {
    OnnxTensors tensors = new OnnxTensors();
    try {
      ProtoFields.each(
          ByteBuffer.wrap(network),
          (graph, number) -> {
            if (number == GRAPH) {
              ProtoFields.each(graph, tensors::initializer);
            }
          });
    } catch (RuntimeException e) {
      throw new IOException("the network's bytes are no ONNX file: %s".formatted(e), e);
    }
    return tensors;
  }

  /** A tensor's numbers, little-endian; what is written there changes the file's bytes. */
  ByteBuffer numbers(String name) throws IOException {
    ByteBuffer found = numbers.get(name);
    if (found == null) {
      throw new IOException("the network has no tensor \"%s\"".formatted(name));
    }
    return found.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  private void initializer(ByteBuffer field, int number) {
    if (number != INITIALIZER) {
      return;
    }
    String[] name = {""};
    ByteBuffer[] data = {field};
    ProtoFields.each(
        field,
        (content, part) -> {
          if (part == NAME) {
            name[0] = StandardCharsets.UTF_8.decode(content).toString();
          } else if (part == FLOAT_DATA || part == RAW_DATA) {
            data[0] = content;
          }
        });
    numbers.put(name[0], data[0]);
  }
}
