package dev.rapport.train.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each operation by itself: what its backward pass says, and what moving a number really does. */
final class OperationGradientTest {
  private static final double STEP = 1e-2;

  private final Workers workers = new Workers(2);

  @AfterEach
  void close() {
    workers.close();
  }

  @Test
  void rmsNorm() {
    int rows = 5;
    int width = 12;
    float[] x = numbers(rows * width, 1);
    Parameter weight = parameter("norm", List.of(width), 2);
    var norm = new RmsNorm(weight, 1e-5);
    float[] c = numbers(rows * width, 3);
    var dx = new float[x.length];
    var scales = new float[rows];
    Supplier<float[]> forward =
        () -> {
          var y = new float[x.length];
          norm.forward(workers, x, rows, y, scales);
          return y;
        };
    norm.forward(workers, x, rows, new float[x.length], scales);
    norm.backward(workers, x, scales, c, rows, dx, false);

    check("x", x, dx, c, forward);
    check("weight", weight.values(), weight.gradient(), c, forward);
  }

  @Test
  void rope() {
    int rows = 6;
    int heads = 2;
    int size = 8;
    int[] positions = {0, 1, 2, 0, 1, 40};
    var rope = new Rope(size, 10_000);
    float[] x = numbers(rows * heads * size, 1);
    float[] c = numbers(x.length, 2);
    float[] dx = c.clone();
    rope.backward(workers, dx, heads, positions, rows);

    check(
        "x",
        x,
        dx,
        c,
        () -> {
          float[] y = x.clone();
          rope.forward(workers, y, heads, positions, rows);
          return y;
        });
  }

  /** Four query heads over two key heads, two sequences that must not see one another. */
  @Test
  void groupedQueryAttention() {
    var heads = new Heads(4, 2, 6);
    var rows = Rows.of(List.of(new int[5], new int[3]));
    int n = rows.count();
    float[] q = numbers(n * heads.queryWidth(), 1);
    float[] k = numbers(n * heads.keyWidth(), 2);
    float[] v = numbers(n * heads.keyWidth(), 3);
    float[] c = numbers(n * heads.queryWidth(), 4);
    var attention = new Attention(heads);
    var y = new float[c.length];
    var max = new float[n * heads.queries()];
    var inverse = new float[max.length];
    Supplier<float[]> forward =
        () -> {
          attention.forward(workers, rows, q, k, v, y, max, inverse);
          return y.clone();
        };
    attention.forward(workers, rows, q, k, v, y, max, inverse);
    var dq = new float[q.length];
    var dk = new float[k.length];
    var dv = new float[v.length];
    attention.backward(workers, rows, q, k, v, y, max, inverse, c.clone(), dq, dk, dv);

    check("q", q, dq, c, forward);
    check("k", k, dk, c, forward);
    check("v", v, dv, c, forward);
  }

  @Test
  void swiGlu() {
    int n = 37;
    float[] gate = numbers(n, 1);
    float[] up = numbers(n, 2);
    float[] c = numbers(n, 3);
    var dGate = new float[n];
    var dUp = new float[n];
    SwiGlu.backward(workers, gate, up, c, n, dGate, dUp);
    Supplier<float[]> forward =
        () -> {
          var y = new float[n];
          SwiGlu.forward(workers, gate, up, n, y);
          return y;
        };

    check("gate", gate, dGate, c, forward);
    check("up", up, dUp, c, forward);
  }

  @Test
  void linearWithBias() {
    int rows = 5;
    Parameter weight = parameter("w", List.of(7, 9), 1);
    Parameter bias = parameter("b", List.of(7), 2);
    var linear = new Linear(weight, Optional.of(bias), Optional.empty());
    float[] x = numbers(rows * 9, 3);
    float[] c = numbers(rows * 7, 4);
    var dx = new float[x.length];
    var shared = new Panels();
    shared.pack(workers, x, 0, 9, 1, rows, 9);
    linear.backward(workers, x, shared, c, rows, dx, false);
    Supplier<float[]> forward =
        () -> {
          weight.changed();
          var y = new float[c.length];
          linear.forward(workers, x, rows, y);
          return y;
        };

    check("x", x, dx, c, forward);
    check("weight", weight.values(), weight.gradient(), c, forward);
    check("bias", bias.values(), bias.gradient(), c, forward);
  }

  @Test
  void embedding() {
    int[] tokens = {3, 0, 3, 2};
    Parameter weight = parameter("e", List.of(4, 5), 1);
    var embedding = new Embedding(weight);
    float[] c = numbers(tokens.length * 5, 2);
    embedding.backward(workers, tokens, tokens.length, c);

    check(
        "weight",
        weight.values(),
        weight.gradient(),
        c,
        () -> {
          var y = new float[c.length];
          embedding.forward(tokens, tokens.length, y);
          return y;
        });
  }

  /** Central differences of {@code sum c y}, for every number. */
  private static void check(
      String name, float[] x, float[] gradient, float[] c, Supplier<float[]> forward) {
    for (int i = 0; i < x.length; i++) {
      float held = x[i];
      x[i] = (float) (held + STEP);
      double above = sum(c, forward.get());
      x[i] = (float) (held - STEP);
      double below = sum(c, forward.get());
      x[i] = held;
      assertThat((double) gradient[i])
          .as("%s[%d]", name, i)
          .isCloseTo((above - below) / (2 * STEP), within(2e-3 + 2e-3 * Math.abs(gradient[i])));
    }
  }

  private static double sum(float[] c, float[] y) {
    double sum = 0;
    for (int i = 0; i < c.length; i++) {
      sum += (double) c[i] * y[i];
    }
    return sum;
  }

  private static Parameter parameter(String name, List<Integer> shape, long seed) {
    return new Parameter(name, shape, numbers(shape.stream().reduce(1, Math::multiplyExact), seed));
  }

  private static float[] numbers(int size, long seed) {
    var random = new SplittableRandom(seed);
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
