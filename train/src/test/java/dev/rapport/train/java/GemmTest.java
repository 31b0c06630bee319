package dev.rapport.train.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GemmTest {
  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void products_haveTheBitsOfOneChainOfMultiplyAdds(long seed) {
    var random = new SplittableRandom(seed);
    int rows = random.nextInt(1, 120);
    int depth = random.nextInt(1, seed % 5 == 0 ? 700 : 60);
    int columns = random.nextInt(1, 150);
    boolean add = random.nextBoolean();
    boolean transposed = random.nextBoolean();
    float[] a = numbers(random, rows * depth);
    float[] b = numbers(random, depth * columns);
    float[] c = numbers(random, rows * columns);
    var expected = new float[c.length];
    for (int r = 0; r < rows; r++) {
      for (int col = 0; col < columns; col++) {
        float sum = add ? c[r * columns + col] : 0;
        for (int d = 0; d < depth; d++) {
          float left = transposed ? a[d * rows + r] : a[r * depth + d];
          sum = Math.fma(left, b[col * depth + d], sum);
        }
        expected[r * columns + col] = sum;
      }
    }

    try (var workers = new Workers(random.nextInt(1, 4))) {
      var panels = new Panels();
      panels.pack(workers, b, 0, 1, depth, depth, columns);
      Left left = transposed ? Left.transposed(a, rows) : Left.of(a, depth);
      Gemm.multiply(workers, rows, left, panels, c, columns, add);
    }

    assertThat(c).containsExactly(expected);
  }

  private static float[] numbers(SplittableRandom random, int count) {
    var numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
