package dev.rapport.train.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.train.TrainException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafetensorsTest {
  private static final List<Tensor> TENSORS =
      List.of(
          new Tensor("a", List.of(2, 3), new float[] {1, -2, 0.5f, 3e-3f, -0f, 65504}),
          new Tensor("b.weight", List.of(1), new float[] {Float.MIN_NORMAL}),
          new Tensor("\u00fc", List.of(0, 4), new float[0]));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whatIsWritten_isReadBackWithinTheTypesPrecision(Dtype dtype) {
    SafetensorsWriter.write(folder, TENSORS, dtype, SafetensorsWriter.SHARD_BYTES);

    try (var weights = Safetensors.open(folder)) {
      assertThat(weights.names()).containsExactly("a", "b.weight", "\u00fc");
      float[] a = weights.floats("a", List.of(2, 3));
      double precision = dtype == Dtype.F32 ? 0 : dtype == Dtype.F16 ? 1e-3 : 8e-3;
      for (int i = 0; i < a.length; i++) {
        double expected = TENSORS.getFirst().values()[i];
        assertThat((double) a[i]).isCloseTo(expected, within(precision * Math.abs(expected)));
      }
      assertThat(weights.floats("\u00fc", List.of(0, 4))).isEmpty();
    }
  }

  @Test
  void aLargeModel_isWrittenInShardsWithAnIndex() throws IOException {
    SafetensorsWriter.write(folder, TENSORS, Dtype.F32, 24);

    try (var files = Files.list(folder);
        var weights = Safetensors.open(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "model-00001-of-00002.safetensors",
              "model-00002-of-00002.safetensors",
              "model.safetensors.index.json");
      assertThat(weights.floats("a", List.of(2, 3))).containsExactly(TENSORS.getFirst().values());
      assertThat(weights.floats("b.weight", List.of(1))).containsExactly(Float.MIN_NORMAL);
    }
  }

  @Test
  void aTensorBeyondTwoGibibytes_isRead() throws IOException {
    long at = 2_300_000_000L;
    byte[] header =
        "{\"far\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%d,%d]}}"
            .formatted(at, at + 8)
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer begin = ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN);
    begin.putLong(header.length).put(header).flip();
    ByteBuffer numbers = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    numbers.putFloat(1.5f).putFloat(-7).flip();
    try (var channel =
        FileChannel.open(
            folder.resolve("model.safetensors"),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.SPARSE,
            StandardOpenOption.WRITE)) {
      channel.write(begin);
      channel.write(numbers, 8 + header.length + at);
    }

    try (var weights = Safetensors.open(folder)) {
      assertThat(weights.floats("far", List.of(2))).containsExactly(1.5f, -7);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"a\":1}",
        "{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,9],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,99999999999999999999]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{}}"
      })
  void givenAHeaderThatLies_theMessageNamesTheFile(String header) throws IOException {
    write(header, 4);

    assertThatThrownBy(() -> Safetensors.open(folder))
        .isInstanceOf(TrainException.class)
        .hasMessageContaining("model.safetensors");
  }

  @Test
  void givenAFileCutShort_theMessageNamesFileAndTensor() throws IOException {
    SafetensorsWriter.write(folder, TENSORS, Dtype.F32, SafetensorsWriter.SHARD_BYTES);
    Path file = folder.resolve("model.safetensors");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Safetensors.open(folder))
          .isInstanceOf(TrainException.class)
          .hasMessageContaining(file.toString());
    }
    assertThatThrownBy(() -> Safetensors.open(folder)).hasMessageContaining("tensor b.weight");
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenDamagedBytes_eitherItReadsOrItSaysWhy(long seed) throws IOException {
    SafetensorsWriter.write(folder, TENSORS, Dtype.BF16, SafetensorsWriter.SHARD_BYTES);
    Path file = folder.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    var random = new SplittableRandom(seed);
    for (int i = random.nextInt(1, 8); i > 0; i--) {
      bytes[random.nextInt(random.nextBoolean() ? 16 : bytes.length)] = (byte) random.nextInt();
    }
    Files.write(file, bytes);

    try (var weights = Safetensors.open(folder)) {
      for (String name : weights.names()) {
        assertThatThrownBy(() -> weights.floats(name, List.of(77, 77)))
            .isInstanceOf(TrainException.class);
      }
    } catch (TrainException e) {
      assertThat(e).hasMessageContaining(file.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.safetensors", "/etc/passwd", "a\\u0000.safetensors", ""})
  void givenAnIndexThatNamesAFileElsewhere_itIsRefused(String place) throws IOException {
    Files.writeString(
        folder.resolve("model.safetensors.index.json"),
        "{\"weight_map\":{\"a\":\"%s\"}}".formatted(place));

    assertThatThrownBy(() -> Safetensors.open(folder))
        .isInstanceOf(TrainException.class)
        .hasMessageContainingAll("index.json", place);
  }

  @Test
  void givenAnotherShape_theMessageNamesBoth() {
    SafetensorsWriter.write(folder, TENSORS, Dtype.F32, SafetensorsWriter.SHARD_BYTES);

    try (var weights = Safetensors.open(folder)) {
      assertThatThrownBy(() -> weights.floats("a", List.of(3, 2)))
          .isInstanceOf(TrainException.class)
          .hasMessageContainingAll("tensor a", "[2, 3]", "[3, 2]");
      assertThatThrownBy(() -> weights.floats("c", List.of(1)))
          .isInstanceOf(TrainException.class)
          .hasMessageContainingAll("tensor c", folder.toString());
    }
  }

  private void write(String header, int dataBytes) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(folder.resolve("model.safetensors"), bytes.putLong(json.length).put(json).array());
  }
}
