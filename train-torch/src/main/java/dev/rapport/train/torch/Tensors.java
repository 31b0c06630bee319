package dev.rapport.train.torch;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** From Java's arrays to tensors and back. */
final class Tensors {
  private Tensors() {}

  static Tensor of(float[] values, Device device, long... shape) {
    return torch.tensor(values).to(device, ScalarType.Float).reshape(shape);
  }

  static Tensor of(long[] values, Device device, long... shape) {
    return torch.tensor(values).to(device, ScalarType.Long).reshape(shape);
  }

  static long[] shape(List<Integer> shape) {
    return shape.stream().mapToLong(Integer::longValue).toArray();
  }

  static float[] floats(Tensor tensor) {
    Tensor plain = tensor.detach().to(ScalarType.Float).cpu().contiguous();
    var values = new float[Math.toIntExact(plain.numel())];
    FloatPointer pointer = plain.data_ptr_float();
    pointer.get(values);
    return values;
  }
}
