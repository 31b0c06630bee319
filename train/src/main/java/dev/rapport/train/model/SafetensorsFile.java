package dev.rapport.train.model;

import dev.rapport.train.TrainException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** One safetensors file, mapped into memory: only what is read is fetched from the disk. */
final class SafetensorsFile implements AutoCloseable {
  private static final ValueLayout.OfFloat F32 =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort F16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Arena arena;
  private final MemorySegment data;
  private final Map<String, TensorInfo> tensors;

  private SafetensorsFile(Arena arena, MemorySegment data, Map<String, TensorInfo> tensors) {
    this.arena = arena;
    this.data = data;
    this.tensors = tensors;
  }

  static SafetensorsFile open(Path file) {
    Arena arena = Arena.ofShared();
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      var tensors = SafetensorsHeader.read(file, bytes);
      return new SafetensorsFile(
          arena, bytes.asSlice(SafetensorsHeader.bytes(file, bytes)), tensors);
    } catch (IOException e) {
      arena.close();
      throw new TrainException("cannot read %s".formatted(file), e);
    } catch (TrainException e) {
      arena.close();
      throw e;
    }
  }

  Map<String, TensorInfo> tensors() {
    return tensors;
  }

  /** All numbers of a tensor, widened. */
  float[] floats(TensorInfo info) {
    MemorySegment bytes = data.asSlice(info.begin(), info.end() - info.begin());
    var out = new float[Math.toIntExact(info.size())];
    switch (info.dtype()) {
      case F32 -> MemorySegment.copy(bytes, F32, 0, out, 0, out.length);
      case BF16 -> {
        for (int i = 0; i < out.length; i++) {
          out[i] = Dtype.fromBf16(bytes.getAtIndex(F16, i));
        }
      }
      case F16 -> {
        for (int i = 0; i < out.length; i++) {
          out[i] = Float.float16ToFloat(bytes.getAtIndex(F16, i));
        }
      }
    }
    return out;
  }

  @Override
  public void close() {
    arena.close();
  }
}
