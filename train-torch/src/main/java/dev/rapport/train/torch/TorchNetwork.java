package dev.rapport.train.torch;

import dev.rapport.train.model.ModelConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The network over one worker's leaves. Shapes: B sequences, T tokens, H heads, K key heads, S size
 * of a head, D hidden.
 */
final class TorchNetwork {
  /** How queries [B,H,T,S] look at keys and values [B,K,T,S]; gives [B,T,H*S]. */
  @FunctionalInterface
  interface Attend {
    Tensor apply(int layer, Tensor q, Tensor k, Tensor v);
  }

  private final ModelConfig config;
  private final Map<String, Tensor> weights = new LinkedHashMap<>();
  private final boolean bf16;
  private final Device device;

  TorchNetwork(
      ModelConfig config,
      Iterable<TorchWeight> all,
      int worker,
      TorchOptions options,
      Device device) {
    this.config = config;
    this.bf16 = options.bf16();
    this.device = device;
    all.forEach(weight -> weights.put(weight.name(), weight.leaf(worker)));
  }

  ModelConfig config() {
    return config;
  }

  Device device() {
    return device;
  }

  ScalarType dtype() {
    return bf16 ? ScalarType.BFloat16 : ScalarType.Float;
  }

  /** ids [B,T] -> [B,T,D]. */
  Tensor embed(Tensor ids) {
    return torch.embedding(weight("model.embed_tokens.weight"), ids);
  }

  /** One layer; x [B,T,D]. */
  Tensor block(int layer, Tensor x, Turn turn, Attend attend) {
    String at = "model.layers.%d.".formatted(layer);
    long b = x.size(0);
    long t = x.size(1);
    int size = config.headSize();
    Tensor h = norm(x, at + "input_layernorm.weight");
    Tensor q = linear(h, at + "self_attn.q_proj").view(b, t, config.heads(), size);
    Tensor k = linear(h, at + "self_attn.k_proj").view(b, t, config.kvHeads(), size);
    Tensor v = linear(h, at + "self_attn.v_proj").view(b, t, config.kvHeads(), size);
    if (config.family().qkNorm()) {
      q = norm(q, at + "self_attn.q_norm.weight");
      k = norm(k, at + "self_attn.k_norm.weight");
    }
    Tensor attended =
        attend.apply(
            layer, turn.apply(q.transpose(1, 2)), turn.apply(k.transpose(1, 2)), v.transpose(1, 2));
    Tensor mid = x.add(linear(attended, at + "self_attn.o_proj"));
    Tensor n = norm(mid, at + "post_attention_layernorm.weight");
    Tensor gated = torch.silu(linear(n, at + "mlp.gate_proj")).mul(linear(n, at + "mlp.up_proj"));
    return mid.add(linear(gated, at + "mlp.down_proj"));
  }

  /** Causal attention of whole sequences. */
  Tensor attend(Tensor q, Tensor k, Tensor v) {
    Tensor y = bf16 && device.is_cpu() ? multiplied(q, k, v) : fused(q, k, v);
    return y.transpose(1, 2).reshape(q.size(0), q.size(2), config.queries());
  }

  private static Tensor fused(Tensor q, Tensor k, Tensor v) {
    return torch.scaled_dot_product_attention(
        q, k, v, new TensorOptional(), 0.0, true, new DoubleOptional(), true);
  }

  /** For bf16 on a CPU, where the fused kernel is ten times slower. */
  private Tensor multiplied(Tensor q, Tensor k, Tensor v) {
    long b = q.size(0);
    long t = q.size(2);
    long keys = config.kvHeads();
    long group = config.group();
    Tensor grouped = q.reshape(b, keys, group * t, config.headSize());
    Tensor scores =
        torch.matmul(grouped, k.transpose(2, 3)).mul(scale()).view(b, keys, group, t, t);
    Tensor future = torch.ones(t, t).triu(1).to(device, ScalarType.Bool);
    Tensor p = masked(scores, future);
    return torch
        .matmul(p.view(b, keys, group * t, t), v)
        .view(b, config.heads(), t, config.headSize());
  }

  private static Tensor masked(Tensor scores, Tensor hidden) {
    Tensor least = scores.masked_fill(hidden, new Scalar(Double.NEGATIVE_INFINITY));
    return torch.softmax(least, -1);
  }

  /**
   * Attention of one new token of each sequence over what is kept.
   *
   * @param q [B,H,1,S]
   * @param k [B,K,L,S]
   * @param hidden true where a sequence has no token yet, [B,1,1,L]
   */
  Tensor attendKept(Tensor q, Tensor k, Tensor v, Tensor hidden) {
    long b = q.size(0);
    Tensor grouped = q.reshape(b, config.kvHeads(), config.group(), config.headSize());
    Tensor scores = torch.matmul(grouped, k.transpose(2, 3)).mul(scale());
    return torch.matmul(masked(scores, hidden), v).reshape(b, 1, config.queries());
  }

  private Scalar scale() {
    return new Scalar(1 / Math.sqrt(config.headSize()));
  }

  /** h [N,D] before the last norm -> logits [N,V] in 32 bits. */
  Tensor logits(Tensor h) {
    String head = config.tied() ? "model.embed_tokens.weight" : "lm_head.weight";
    return torch.linear(norm(h, "model.norm.weight"), weight(head)).to(ScalarType.Float);
  }

  /** Log-probabilities of targets [N] after h [N,D], [N]. */
  Tensor logProbs(Tensor h, Tensor targets, float temperature) {
    Tensor scaled = logits(h).div(new Scalar(temperature));
    return torch.log_softmax(scaled, -1).gather(1, targets.unsqueeze(1)).squeeze(1);
  }

  private Tensor norm(Tensor x, String name) {
    Tensor w = weight(name);
    return torch.rms_norm(
        x, new long[] {w.size(0)}, new TensorOptional(w), new DoubleOptional(config.normEpsilon()));
  }

  private Tensor linear(Tensor x, String name) {
    Tensor w = weight(name + ".weight");
    return weights.containsKey(name + ".bias")
        ? torch.linear(x, w, new TensorOptional(weight(name + ".bias")))
        : torch.linear(x, w);
  }

  private Tensor weight(String name) {
    Tensor leaf = Objects.requireNonNull(weights.get(name), name);
    return bf16 ? leaf.to(ScalarType.BFloat16) : leaf;
  }

  /** RoPE for given positions. */
  record Turn(Tensor cosines, Tensor sines) {
    /**
     * @param positions of T tokens
     * @param shape of the tables, ending in S / 2
     */
    static Turn of(TorchNetwork net, int[] positions, long... shape) {
      int half = net.config.headSize() / 2;
      var cos = new float[positions.length * half];
      var sin = new float[positions.length * half];
      for (int i = 0; i < half; i++) {
        double power = 2.0 * i / net.config.headSize();
        float frequency = (float) (1 / StrictMath.pow(net.config.ropeTheta(), power));
        for (int p = 0; p < positions.length; p++) {
          float angle = positions[p] * frequency;
          cos[p * half + i] = (float) StrictMath.cos(angle);
          sin[p * half + i] = (float) StrictMath.sin(angle);
        }
      }
      return new Turn(
          Tensors.of(cos, net.device, shape).to(net.dtype()),
          Tensors.of(sin, net.device, shape).to(net.dtype()));
    }

    /** x [B,H,T,S]. */
    Tensor apply(Tensor x) {
      long half = x.size(3) / 2;
      Tensor a = x.narrow(3, 0, half);
      Tensor b = x.narrow(3, half, half);
      return torch.cat(
          new TensorVector(a.mul(cosines).sub(b.mul(sines)), b.mul(cosines).add(a.mul(sines))), 3);
    }
  }
}
