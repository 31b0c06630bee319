package dev.rapport.train.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A weight in 32 bits with Adam's moments. Every worker sees it through a leaf of its own over the
 * same memory, so that gradients are gathered apart and added up in a fixed order.
 */
final class TorchWeight implements AutoCloseable {
  private final String name;
  private final List<Integer> shape;
  private final Tensor values;
  private final Tensor mean;
  private final Tensor square;
  private final List<Tensor> leaves = new ArrayList<>();

  /** Outside of any scope: it lives until it is closed. */
  TorchWeight(String name, List<Integer> shape, float[] start, Device device, int workers) {
    this.name = name;
    this.shape = shape;
    try (var scope = new PointerScope()) {
      values = Scopes.keep(Tensors.of(start, device, Tensors.shape(shape)).clone());
      mean = Scopes.keep(torch.zeros_like(values));
      square = Scopes.keep(torch.zeros_like(values));
      for (int i = 0; i < workers; i++) {
        leaves.add(Scopes.keep(values.detach().set_requires_grad(true)));
      }
      Scopes.used(scope);
    }
  }

  String name() {
    return name;
  }

  List<Integer> shape() {
    return shape;
  }

  Tensor values() {
    return values;
  }

  Tensor mean() {
    return mean;
  }

  Tensor square() {
    return square;
  }

  Tensor leaf(int worker) {
    return leaves.get(worker);
  }

  /** What all workers gathered, put into the first one's gradient. */
  Tensor gradient() {
    Tensor sum = gradient(0);
    for (int i = 1; i < leaves.size(); i++) {
      sum.add_(gradient(i));
      gradient(i).zero_();
    }
    return sum;
  }

  /** The same, copied. */
  float[] gathered() {
    try (var scope = new PointerScope();
        var guard = new NoGradGuard()) {
      Scopes.used(scope);
      Scopes.used(guard);
      return Tensors.floats(gradient());
    }
  }

  /** Takes this for what all workers gathered. */
  void gather(float[] sum, Device device) {
    try (var scope = new PointerScope()) {
      Scopes.used(scope);
      set(gradient(), sum, device);
    }
  }

  private Tensor gradient(int worker) {
    Tensor gradient = leaves.get(worker).mutable_grad();
    if (!gradient.defined()) {
      gradient.put(torch.zeros_like(values));
    }
    return gradient;
  }

  void clear() {
    leaves.forEach(
        leaf -> {
          if (leaf.grad().defined()) {
            leaf.mutable_grad().zero_();
          }
        });
  }

  void set(Tensor to, float[] from, Device device) {
    try (var guard = new NoGradGuard()) {
      Scopes.used(guard);
      to.copy_(Tensors.of(from, device, Tensors.shape(shape)));
    }
  }

  @Override
  public void close() {
    leaves.forEach(Tensor::close);
    square.close();
    mean.close();
    values.close();
  }
}
