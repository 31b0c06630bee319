package dev.rapport.train.model;

import java.util.List;

/**
 * A tensor by the name a model's file gives it.
 *
 * @param shape outermost first
 * @param values row-major; not copied
 */
public record Tensor(String name, List<Integer> shape, float[] values) {
  public Tensor {
    shape = List.copyOf(shape);
    int size = shape.stream().reduce(1, Math::multiplyExact);
    if (size != values.length) {
      throw new IllegalArgumentException(
          "tensor %s of shape %s has %d values".formatted(name, shape, values.length));
    }
  }
}
