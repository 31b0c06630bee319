package dev.rapport.train.java;

import dev.rapport.train.model.ModelConfig;
import java.util.Optional;

/** One layer: {@code mid = x + attention(norm(x))}, {@code y = mid + mlp(norm(mid))}. */
final class Block {
  private final Heads heads;
  private final RmsNorm norm;
  private final Linear query;
  private final Linear key;
  private final Linear value;
  private final Optional<RmsNorm> queryNorm;
  private final Optional<RmsNorm> keyNorm;
  private final Rope rope;
  private final Attention attention;
  private final Linear out;
  private final RmsNorm mlpNorm;
  private final Linear gate;
  private final Linear up;
  private final Linear down;
  private final int hidden;
  private final int intermediate;

  Block(ModelConfig config, Parameters parameters, int layer, Rope rope) {
    heads = Heads.of(config);
    hidden = config.hidden();
    intermediate = config.intermediate();
    var named = parameters.under("model.layers.%d.".formatted(layer));
    double epsilon = config.normEpsilon();
    norm = new RmsNorm(named.get("input_layernorm.weight"), epsilon);
    query = named.linear("self_attn.q_proj");
    key = named.linear("self_attn.k_proj");
    value = named.linear("self_attn.v_proj");
    queryNorm = named.find("self_attn.q_norm.weight").map(w -> new RmsNorm(w, epsilon));
    keyNorm = named.find("self_attn.k_norm.weight").map(w -> new RmsNorm(w, epsilon));
    this.rope = rope;
    attention = new Attention(heads);
    out = named.linear("self_attn.o_proj");
    mlpNorm = new RmsNorm(named.get("post_attention_layernorm.weight"), epsilon);
    gate = named.linear("mlp.gate_proj");
    up = named.linear("mlp.up_proj");
    down = named.linear("mlp.down_proj");
  }

  /** Attention over what the rows themselves hold. */
  float[] forward(Workers workers, Rows rows, float[] x, Activations a) {
    return forward(
        workers,
        rows,
        x,
        a,
        () -> attention.forward(workers, rows, a.q, a.k, a.v, a.attended, a.max, a.inverse));
  }

  /**
   * As the other, with attention done by the caller from {@code a.q}, {@code a.k} and {@code a.v}
   * into {@code a.attended}.
   */
  float[] forward(Workers workers, Rows rows, float[] x, Activations a, Runnable attend) {
    int n = rows.count();
    a.prepare(n, hidden, intermediate, heads, queryNorm.isPresent());
    a.x = x;
    norm.forward(workers, x, n, a.normed, a.scales);
    query.forward(workers, a.normed, n, a.rawQ);
    key.forward(workers, a.normed, n, a.rawK);
    value.forward(workers, a.normed, n, a.v);
    queryNorm.ifPresent(w -> w.forward(workers, a.rawQ, n * heads.queries(), a.q, a.queryScales));
    keyNorm.ifPresent(w -> w.forward(workers, a.rawK, n * heads.keys(), a.k, a.keyScales));
    rope.forward(workers, a.q, heads.queries(), rows.positions(), n);
    rope.forward(workers, a.k, heads.keys(), rows.positions(), n);
    attend.run();
    System.arraycopy(x, 0, a.mid, 0, n * hidden);
    out.forwardAdd(workers, a.attended, n, a.mid);
    mlpNorm.forward(workers, a.mid, n, a.mlpNormed, a.mlpScales);
    gate.forward(workers, a.mlpNormed, n, a.gate);
    up.forward(workers, a.mlpNormed, n, a.up);
    SwiGlu.forward(workers, a.gate, a.up, n * intermediate, a.gated);
    System.arraycopy(a.mid, 0, a.y, 0, n * hidden);
    down.forwardAdd(workers, a.gated, n, a.y);
    return a.y;
  }

  /** Turns d, the gradient of y, into that of x. */
  void backward(Workers workers, Rows rows, Activations a, Gradients g, float[] d) {
    int n = rows.count();
    g.prepare(n, hidden, intermediate, heads);
    Panels shared = g.pack(workers, a.gated, n, intermediate);
    down.backward(workers, a.gated, shared, d, n, g.gated, false);
    SwiGlu.backward(workers, a.gate, a.up, g.gated, n * intermediate, g.gate, g.up);
    shared = g.pack(workers, a.mlpNormed, n, hidden);
    gate.backward(workers, a.mlpNormed, shared, g.gate, n, g.normed, false);
    up.backward(workers, a.mlpNormed, shared, g.up, n, g.normed, true);
    mlpNorm.backward(workers, a.mid, a.mlpScales, g.normed, n, d, true);

    shared = g.pack(workers, a.attended, n, heads.queryWidth());
    out.backward(workers, a.attended, shared, d, n, g.attended, false);
    attention.backward(
        workers, rows, a.q, a.k, a.v, a.attended, a.max, a.inverse, g.attended, g.q, g.k, g.v);
    rope.backward(workers, g.q, heads.queries(), rows.positions(), n);
    rope.backward(workers, g.k, heads.keys(), rows.positions(), n);
    queryNorm.ifPresent(
        w -> w.backward(workers, a.rawQ, a.queryScales, g.q, n * heads.queries(), g.q, false));
    keyNorm.ifPresent(
        w -> w.backward(workers, a.rawK, a.keyScales, g.k, n * heads.keys(), g.k, false));
    shared = g.pack(workers, a.normed, n, hidden);
    query.backward(workers, a.normed, shared, g.q, n, g.normed, false);
    key.backward(workers, a.normed, shared, g.k, n, g.normed, true);
    value.backward(workers, a.normed, shared, g.v, n, g.normed, true);
    norm.backward(workers, a.x, a.scales, g.normed, n, d, true);
  }
}
