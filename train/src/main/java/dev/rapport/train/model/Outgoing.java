package dev.rapport.train.model;

import java.util.List;
import java.util.function.Supplier;

/**
 * A tensor on its way into a file.
 *
 * @param shape outermost first
 * @param dtype how its numbers are stored
 * @param values asked for when their turn comes, so that one tensor at a time is held
 */
record Outgoing(String name, List<Integer> shape, Dtype dtype, Supplier<float[]> values) {
  static Outgoing of(Tensor tensor, Dtype dtype) {
    return new Outgoing(tensor.name(), tensor.shape(), dtype, tensor::values);
  }

  long bytes() {
    return shape.stream().mapToLong(Integer::longValue).reduce(dtype.bytes(), Math::multiplyExact);
  }
}
