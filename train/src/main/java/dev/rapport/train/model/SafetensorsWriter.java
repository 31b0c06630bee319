package dev.rapport.train.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.train.TrainException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Writes tensors as {@code model.safetensors}, or as shards with an index when they are large. */
public final class SafetensorsWriter {
  /** What Hugging Face's own writer takes. */
  public static final long SHARD_BYTES = 5_000_000_000L;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int BUFFER = 1 << 20;

  private SafetensorsWriter() {}

  /**
   * Writes all tensors into a folder.
   *
   * @param shardBytes most bytes of one file, unless a single tensor has more
   */
  public static void write(Path folder, List<Tensor> tensors, Dtype dtype, long shardBytes) {
    write(folder, tensors.stream().map(it -> Outgoing.of(it, dtype)).toList(), shardBytes);
  }

  /** As the other, each tensor in a type of its own. */
  static void write(Path folder, List<Outgoing> tensors, long shardBytes) {
    try {
      Files.createDirectories(folder);
      List<List<Outgoing>> shards = shards(tensors, shardBytes);
      if (shards.size() == 1) {
        Files.deleteIfExists(folder.resolve(Safetensors.INDEX));
        writeFile(folder.resolve(Safetensors.SINGLE), tensors);
        return;
      }
      ObjectNode index = MAPPER.createObjectNode();
      index.putObject("metadata").put("total_size", bytes(tensors));
      ObjectNode map = index.putObject("weight_map");
      for (int i = 0; i < shards.size(); i++) {
        String name = "model-%05d-of-%05d.safetensors".formatted(i + 1, shards.size());
        writeFile(folder.resolve(name), shards.get(i));
        shards.get(i).forEach(tensor -> map.put(tensor.name(), name));
      }
      Files.writeString(folder.resolve(Safetensors.INDEX), index.toPrettyString() + "\n");
      Files.deleteIfExists(folder.resolve(Safetensors.SINGLE));
    } catch (IOException e) {
      throw new TrainException("cannot write weights to %s".formatted(folder), e);
    }
  }

  private static List<List<Outgoing>> shards(List<Outgoing> tensors, long shardBytes) {
    var shards = new ArrayList<List<Outgoing>>();
    var shard = new ArrayList<Outgoing>();
    for (Outgoing tensor : tensors) {
      if (!shard.isEmpty() && bytes(shard) + tensor.bytes() > shardBytes) {
        shards.add(List.copyOf(shard));
        shard.clear();
      }
      shard.add(tensor);
    }
    shards.add(List.copyOf(shard));
    return shards;
  }

  private static long bytes(List<Outgoing> tensors) {
    return tensors.stream().mapToLong(Outgoing::bytes).sum();
  }

  private static void writeFile(Path file, List<Outgoing> tensors) throws IOException {
    byte[] header = header(tensors);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      buffer.putLong(header.length);
      flush(buffer, channel);
      flush(ByteBuffer.wrap(header).position(header.length), channel);
      for (Outgoing tensor : tensors) {
        for (float value : tensor.values().get()) {
          if (buffer.remaining() < 4) {
            flush(buffer, channel);
          }
          put(buffer, value, tensor.dtype());
        }
      }
      flush(buffer, channel);
    }
  }

  private static void put(ByteBuffer buffer, float value, Dtype dtype) {
    switch (dtype) {
      case F32 -> buffer.putFloat(value);
      case F16 -> buffer.putShort(Float.floatToFloat16(value));
      case BF16 -> buffer.putShort(Dtype.toBf16(value));
    }
  }

  private static void flush(ByteBuffer buffer, FileChannel channel) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /** Padded with spaces, so that the data begins at a multiple of eight bytes. */
  private static byte[] header(List<Outgoing> tensors) {
    ObjectNode root = MAPPER.createObjectNode();
    root.putObject("__metadata__").put("format", "pt");
    long at = 0;
    for (Outgoing tensor : tensors) {
      ObjectNode json = root.putObject(tensor.name());
      json.put("dtype", tensor.dtype().name());
      tensor.shape().forEach(json.putArray("shape")::add);
      json.putArray("data_offsets").add(at).add(at += tensor.bytes());
    }
    String text = root.toString();
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return (text + " ".repeat((8 - length % 8) % 8)).getBytes(StandardCharsets.UTF_8);
  }
}
