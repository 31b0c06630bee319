package dev.rapport.train.java;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code y = x W^T + b} with x [rows, in], W [out, in], y [rows, out], and what an adapter adds.
 *
 * <p>Backward: {@code dx = dy W}, {@code dW += dy^T x}, {@code db += sum of dy's rows}.
 */
final class Linear {
  private final Parameter weight;
  private final Optional<Parameter> bias;
  private final Optional<Adapter> adapter;
  private final int in;
  private final int out;
  private final Packed forward = new Packed();
  private final Packed backward = new Packed();

  Linear(Parameter weight, Optional<Parameter> bias, Optional<Adapter> adapter) {
    this.weight = weight;
    this.bias = bias;
    this.adapter = adapter;
    this.out = weight.shape().getFirst();
    this.in = weight.shape().getLast();
  }

  int out() {
    return out;
  }

  void forward(Workers workers, float[] x, int rows, float[] y) {
    bias.ifPresent(
        b -> {
          for (int row = 0; row < rows; row++) {
            System.arraycopy(b.values(), 0, y, row * out, out);
          }
        });
    Gemm.multiply(workers, rows, Left.of(x, in), transposed(workers), y, out, bias.isPresent());
    adapter.ifPresent(it -> it.forwardAdd(workers, x, rows, y));
  }

  /** {@code y += x W^T}; for a layer without bias. */
  void forwardAdd(Workers workers, float[] x, int rows, float[] y) {
    Gemm.multiply(workers, rows, Left.of(x, in), transposed(workers), y, out, true);
    adapter.ifPresent(it -> it.forwardAdd(workers, x, rows, y));
  }

  /**
   * @param add adds to dx rather than setting it
   * @param shared x as the right-hand side of a product, packed once for all who share it
   */
  void backward(
      Workers workers, float[] x, Panels shared, float[] dy, int rows, float[] dx, boolean add) {
    Gemm.multiply(workers, rows, Left.of(dy, out), plain(workers), dx, in, add);
    if (weight.learns()) {
      Gemm.multiply(workers, out, Left.transposed(dy, out), shared, weight.gradient(), in, true);
    }
    bias.filter(Parameter::learns)
        .ifPresent(b -> ColumnSums.add(workers, dy, rows, out, b.gradient()));
    adapter.ifPresent(it -> it.backward(workers, x, shared, dy, rows, dx));
  }

  private Panels transposed(Workers workers) {
    return forward.get(weight, p -> p.pack(workers, weight.values(), 0, 1, in, in, out));
  }

  private Panels plain(Workers workers) {
    return backward.get(weight, p -> p.pack(workers, weight.values(), 0, in, 1, out, in));
  }

  /** Panels of a weight, packed anew when it has changed. */
  private static final class Packed {
    private final Panels panels = new Panels();
    private int version = -1;

    Panels get(Parameter weight, Consumer<Panels> pack) {
      if (version != weight.version()) {
        pack.accept(panels);
        version = weight.version();
      }
      return panels;
    }
  }
}
