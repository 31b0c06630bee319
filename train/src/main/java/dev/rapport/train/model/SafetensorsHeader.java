package dev.rapport.train.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rapport.train.TrainException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The beginning of a safetensors file: eight bytes of length, then JSON. Nothing in it is trusted.
 */
final class SafetensorsHeader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final long LONGEST = 100_000_000;

  private final Path file;
  private final long dataBytes;

  private SafetensorsHeader(Path file, long dataBytes) {
    this.file = file;
    this.dataBytes = dataBytes;
  }

  /** Bytes before the tensors' data. */
  static long bytes(Path file, MemorySegment bytes) {
    if (bytes.byteSize() < 8) {
      throw damaged(
          file,
          "byte 0: %d bytes are too few for the length of a header".formatted(bytes.byteSize()));
    }
    long length = bytes.get(LENGTH, 0);
    if (length < 2 || length > LONGEST || length > bytes.byteSize() - 8) {
      throw damaged(
          file,
          "byte 0: header of %s bytes in a file of %d"
              .formatted(Long.toUnsignedString(length), bytes.byteSize()));
    }
    return 8 + length;
  }

  static Map<String, TensorInfo> read(Path file, MemorySegment bytes) {
    long end = bytes(file, bytes);
    byte[] json = bytes.asSlice(8, end - 8).toArray(ValueLayout.JAVA_BYTE);
    JsonNode root;
    try {
      root = MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw damaged(file, "byte 8: header is not JSON: " + e.getOriginalMessage());
    }
    if (root == null || !root.isObject()) {
      throw damaged(file, "byte 8: header must be a JSON object");
    }
    var header = new SafetensorsHeader(file, bytes.byteSize() - end);
    var tensors = new LinkedHashMap<String, TensorInfo>();
    root.properties().stream()
        .filter(field -> !field.getKey().equals("__metadata__"))
        .forEach(
            field -> tensors.put(field.getKey(), header.tensor(field.getKey(), field.getValue())));
    return tensors;
  }

  private TensorInfo tensor(String name, JsonNode json) {
    String type = json.path("dtype").asText();
    Dtype dtype =
        Dtype.of(type)
            .orElseThrow(
                () ->
                    fault(
                        name, "dtype %s; must be F32, F16 or BF16".formatted(json.path("dtype"))));
    List<Integer> shape = shape(name, json.path("shape"));
    JsonNode offsets = json.path("data_offsets");
    if (offsets.size() != 2
        || !offsets.path(0).canConvertToLong()
        || !offsets.path(1).canConvertToLong()) {
      throw fault(name, "data_offsets %s; must be two numbers".formatted(offsets));
    }
    var info =
        new TensorInfo(
            name, dtype, shape, offsets.path(0).longValue(), offsets.path(1).longValue());
    if (info.begin() < 0 || info.end() < info.begin() || info.end() > dataBytes) {
      throw fault(
          name,
          "data_offsets %s; the file holds %d bytes of data: is it cut short?"
              .formatted(offsets, dataBytes));
    }
    checkSize(info);
    return info;
  }

  private void checkSize(TensorInfo info) {
    long bytes;
    try {
      bytes = Math.multiplyExact(info.size(), info.dtype().bytes());
    } catch (ArithmeticException e) {
      throw fault(info.name(), "shape %s is too large".formatted(info.shape()));
    }
    if (bytes != info.end() - info.begin()) {
      throw fault(
          info.name(),
          "shape %s of %s takes %d bytes, but data_offsets leave %d"
              .formatted(info.shape(), info.dtype(), bytes, info.end() - info.begin()));
    }
  }

  private List<Integer> shape(String name, JsonNode json) {
    var shape = new ArrayList<Integer>();
    for (JsonNode length : json) {
      if (!length.isInt() || length.intValue() < 0) {
        throw fault(name, "shape %s; must be whole numbers, 0 or more".formatted(json));
      }
      shape.add(length.intValue());
    }
    if (!json.isArray()) {
      throw fault(name, "shape %s; must be a list".formatted(json));
    }
    return shape;
  }

  private TrainException fault(String tensor, String what) {
    return damaged(file, "tensor %s: %s".formatted(tensor, what));
  }

  private static TrainException damaged(Path file, String what) {
    return new TrainException(
        "%s is not a sound safetensors file: %s. Fetch or write it again.".formatted(file, what));
  }
}
