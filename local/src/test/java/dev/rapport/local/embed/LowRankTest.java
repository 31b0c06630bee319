package dev.rapport.local.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LowRankTest {
  private static final int INNER = 5;
  private static final int OUTER = 150; // its bytes need a length of two bytes
  private static final int RANK = 2;

  static Stream<Long> seeds() {
    return Stream.of(1L, 2L, 3L);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAChange_whenMade_thenTheFileHoldsTheSumUpToRounding(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] quantized = new byte[INNER * OUTER];
    float[] scales = new float[OUTER];
    for (int i = 0; i < quantized.length; i++) {
      quantized[i] = (byte) (random.nextInt(129) - 64);
    }
    for (int o = 0; o < OUTER; o++) {
      scales[o] = 0.001f + random.nextFloat() / 100;
    }
    float[] down = numbers(random, INNER * RANK);
    float[] up = numbers(random, RANK * OUTER);
    byte[] network = SmallOnnx.of("w", quantized, scales);

    OnnxTensors tensors = OnnxTensors.in(network);
    new LowRank("w", INNER, RANK, OUTER, down, up).changeIn(tensors);

    OnnxTensors readAgain = OnnxTensors.in(network);
    ByteBuffer changed = readAgain.numbers("w_quantized");
    FloatBuffer changedScales = readAgain.numbers("w_scale").asFloatBuffer();
    for (int i = 0; i < INNER; i++) {
      for (int o = 0; o < OUTER; o++) {
        float sum = quantized[i * OUTER + o] * scales[o];
        for (int r = 0; r < RANK; r++) {
          sum += down[i * RANK + r] * up[r * OUTER + o];
        }
        assertThat(changed.get(i * OUTER + o) * changedScales.get(o))
            .isCloseTo(sum, within(changedScales.get(o) * 0.501f));
      }
    }
  }

  @Test
  void givenNoChange_whenMade_thenNumbersStayWithinRounding() throws IOException {
    byte[] quantized = {64, -64, 3, -5};
    byte[] network = SmallOnnx.of("w", quantized, new float[] {0.5f, 2});

    new LowRank("w", 2, 1, 2, new float[2], new float[2]).changeIn(OnnxTensors.in(network));

    ByteBuffer after = OnnxTensors.in(network).numbers("w_quantized");
    assertThat(new byte[] {after.get(0), after.get(1), after.get(2), after.get(3)})
        .isEqualTo(quantized);
  }

  @Test
  void givenAMatrixOfAnotherSize_whenChanged_thenBothSizesAreNamed() throws IOException {
    OnnxTensors network = OnnxTensors.in(SmallOnnx.of("w", new byte[4], new float[] {1, 1}));

    assertThatThrownBy(
            () -> new LowRank("w", 3, 1, 2, new float[3], new float[2]).changeIn(network))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("\"w\" is for 3 x 2 numbers, the network has 4");
  }

  @Test
  void givenANameThatIsNotThere_whenAsked_thenItIsNamed() throws IOException {
    OnnxTensors network = OnnxTensors.in(SmallOnnx.of("w", new byte[4], new float[] {1, 1}));

    assertThatThrownBy(() -> network.numbers("v_scale"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("\"v_scale\"");
  }

  @Test
  void givenAFileCutShort_whenRead_thenItIsToldAtAnyPlace() {
    byte[] network = SmallOnnx.of("w", new byte[4], new float[] {1, 1});

    for (int length = 1; length < network.length; length++) {
      byte[] cut = Arrays.copyOf(network, length);
      if (length == 3 || length == 13) { // between two fields, a file of fewer parts
        continue;
      }
      assertThatThrownBy(() -> OnnxTensors.in(cut))
          .as("%d bytes", length)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no ONNX file");
    }
  }

  private static float[] numbers(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian() / 10;
    }
    return numbers;
  }
}
