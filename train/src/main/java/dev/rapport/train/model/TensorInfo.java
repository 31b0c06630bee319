package dev.rapport.train.model;

import java.util.List;

/**
 * Where a tensor stands in a file.
 *
 * @param shape in order, outermost first
 * @param begin offset of its first byte, from the end of the header
 * @param end offset after its last byte
 */
record TensorInfo(String name, Dtype dtype, List<Integer> shape, long begin, long end) {
  long size() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
