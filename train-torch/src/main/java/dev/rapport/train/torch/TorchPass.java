package dev.rapport.train.torch;

import dev.rapport.train.policy.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * One worker's share of a micro-batch: forward, then, when the loss is known, backward. Opened,
 * used and closed on the same thread; all of its native memory goes with it. Sequences are padded
 * at their ends, which causal attention never looks at.
 */
final class TorchPass implements AutoCloseable {
  /** Logits that may stand in memory at a time. */
  private static final int LOGITS = 1 << 24;

  private final PointerScope scope = new PointerScope();
  private final TorchNetwork net;
  private final List<Sequence> sequences;
  private final float temperature;
  private final boolean checkpointing;
  private final Tensor ids; // [B,T]
  private final TorchNetwork.Turn turn;
  private final Tensor places; // [N] of B*T
  private final Tensor targets; // [N]
  private final int count;
  private final List<Tensor> inputs = new ArrayList<>(); // of each layer, and the last one's output

  TorchPass(TorchNetwork net, List<Sequence> sequences, double temperature, boolean checkpointing) {
    this.net = net;
    this.sequences = sequences;
    this.temperature = (float) temperature;
    this.checkpointing = checkpointing;
    int longest = sequences.stream().mapToInt(s -> s.tokens().length).max().orElse(1);
    var padded = new long[sequences.size() * longest];
    var at = new ArrayList<Long>();
    var next = new ArrayList<Long>();
    for (int i = 0; i < sequences.size(); i++) {
      int[] tokens = sequences.get(i).tokens();
      for (int t = 0; t < tokens.length; t++) {
        padded[i * longest + t] = tokens[t];
        if (t >= sequences.get(i).prompt()) {
          at.add((long) i * longest + t - 1); // a token is foretold by the state of the one before
          next.add((long) tokens[t]);
        }
      }
    }
    count = at.size();
    ids = Tensors.of(padded, net.device(), sequences.size(), longest);
    places = Tensors.of(longs(at), net.device(), count);
    targets = Tensors.of(longs(next), net.device(), count);
    turn = TorchNetwork.Turn.of(net, IntStream.range(0, longest).toArray(), longest, -1);
  }

  private static long[] longs(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  /** Log-probabilities alone, [sequence][scored]. */
  float[][] score() {
    try (var guard = new NoGradGuard()) {
      Scopes.used(guard);
      Tensor x = net.embed(ids);
      for (int i = 0; i < net.config().layers(); i++) {
        x = block(i, x);
      }
      return split(chunked(selected(x)));
    }
  }

  /** Log-probabilities, with what {@link #backward} needs kept. */
  float[][] forward() {
    if (checkpointing) {
      try (var guard = new NoGradGuard()) {
        Scopes.used(guard);
        inputs.add(net.embed(ids));
        for (int i = 0; i < net.config().layers(); i++) {
          try (var inner = new PointerScope()) {
            Scopes.used(inner);
            inputs.add(outlive(block(i, inputs.getLast())));
          }
        }
        return split(chunked(selected(inputs.getLast())));
      }
    }
    Tensor x = net.embed(ids);
    for (int i = 0; i < net.config().layers(); i++) {
      x = block(i, x);
    }
    inputs.add(x);
    try (var guard = new NoGradGuard()) {
      Scopes.used(guard);
      return split(chunked(selected(x)));
    }
  }

  /** Adds to the leaves' gradients. */
  void backward(float[][] gradients) {
    var flat = new float[count];
    int filled = 0;
    for (float[] row : gradients) {
      System.arraycopy(row, 0, flat, filled, row.length);
      filled += row.length;
    }
    Tensor last = inputs.getLast();
    Tensor top = selected(last).detach().set_requires_grad(true);
    Tensor d = Tensors.of(flat, net.device(), count);
    for (int from = 0; from < count; from += rows()) {
      int n = Math.min(rows(), count - from);
      try (var inner = new PointerScope()) {
        Scopes.used(inner);
        back(
            net.logProbs(top.narrow(0, from, n), targets.narrow(0, from, n), temperature),
            d.narrow(0, from, n));
      }
    }
    if (!checkpointing) {
      back(selected(last), top.grad());
      return;
    }
    Tensor down = torch.zeros_like(last).view(-1, last.size(2)).index_add_(0, places, top.grad());
    down = down.view(last.size(0), last.size(1), last.size(2));
    for (int i = net.config().layers() - 1; i >= 0; i--) {
      try (var inner = new PointerScope()) {
        Scopes.used(inner);
        Tensor in = inputs.get(i).detach().set_requires_grad(true);
        back(block(i, in), down);
        down = outlive(in.grad().detach()); // grad() only points into the leaf
      }
    }
    back(net.embed(ids), down);
  }

  private Tensor block(int layer, Tensor x) {
    return net.block(layer, x, turn, (i, q, k, v) -> net.attend(q, k, v));
  }

  private Tensor selected(Tensor x) {
    return x.reshape(-1, x.size(2)).index_select(0, places);
  }

  private int rows() {
    return Math.max(1, LOGITS / net.config().vocabulary());
  }

  private float[] chunked(Tensor h) {
    var out = new float[count];
    for (int from = 0; from < count; from += rows()) {
      int n = Math.min(rows(), count - from);
      try (var inner = new PointerScope()) {
        Scopes.used(inner);
        float[] part =
            Tensors.floats(
                net.logProbs(h.narrow(0, from, n), targets.narrow(0, from, n), temperature));
        System.arraycopy(part, 0, out, from, n);
      }
    }
    return out;
  }

  private float[][] split(float[] flat) {
    var out = new float[sequences.size()][];
    int from = 0;
    for (int i = 0; i < out.length; i++) {
      int n = sequences.get(i).scored();
      out[i] = Arrays.copyOfRange(flat, from, from + n);
      from += n;
    }
    return out;
  }

  /** Of an inner scope's tensor: it goes when the pass is closed. */
  private Tensor outlive(Tensor tensor) {
    scope.attach(tensor);
    return tensor;
  }

  private static void back(Tensor of, Tensor gradient) {
    of.backward(gradient, new BoolOptional(), false, new TensorArrayRefOptional());
  }

  @Override
  public void close() {
    scope.close();
  }
}
