package dev.rapport.train.java;

import dev.rapport.train.model.ModelConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole network over its weights, forward and backward. For one thread at a time. */
final class Transformer {
  private final ModelConfig config;
  private final Workers workers;
  private final Embedding embedding;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Activations> kept = new ArrayList<>();
  private final List<Buffer> inputs = new ArrayList<>();
  private final boolean recompute;
  private final Activations passing = new Activations();
  private final Gradients gradients = new Gradients();
  private final Head head;
  private final Buffer embedded = new Buffer();
  private final Buffer scored = new Buffer();
  private final Buffer dScored = new Buffer();
  private final Buffer dHidden = new Buffer();

  /**
   * @param recompute whether learning keeps what goes into each layer alone
   */
  Transformer(ModelConfig config, Parameters parameters, Workers workers, boolean recompute) {
    this.config = config;
    this.recompute = recompute;
    this.workers = workers;
    Parameter tokens = parameters.get("model.embed_tokens.weight");
    embedding = new Embedding(tokens);
    var rope = new Rope(config.headSize(), config.ropeTheta());
    for (int i = 0; i < config.layers(); i++) {
      blocks.add(new Block(config, parameters, i, rope));
      kept.add(new Activations());
      inputs.add(new Buffer());
    }
    head =
        new Head(
            new RmsNorm(parameters.get("model.norm.weight"), config.normEpsilon()),
            new Linear(
                config.tied() ? tokens : parameters.get("lm_head.weight"),
                Optional.empty(),
                Optional.empty()),
            config.hidden());
  }

  ModelConfig config() {
    return config;
  }

  Workers workers() {
    return workers;
  }

  Head head() {
    return head;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Hidden states before the last norm, [rows, hidden]. */
  float[] forward(Rows rows, boolean learning) {
    float[] x = embed(rows);
    for (int i = 0; i < blocks.size(); i++) {
      if (learning && recompute) {
        int length = rows.count() * config.hidden();
        System.arraycopy(x, 0, inputs.get(i).take(length), 0, length);
      }
      x = blocks.get(i).forward(workers, rows, x, learning && !recompute ? kept.get(i) : passing);
    }
    return x;
  }

  float[] embed(Rows rows) {
    float[] x = embedded.take((long) rows.count() * config.hidden());
    embedding.forward(rows.tokens(), rows.count(), x);
    return x;
  }

  /**
   * Log-probabilities of what follows at the given places.
   *
   * @param places rows whose next token is scored, [scored]
   * @param targets those tokens, [scored]
   */
  float[] logProbs(Rows rows, int[] places, int[] targets, float temperature, boolean learning) {
    float[] h = gather(forward(rows, learning), places);
    var out = new float[places.length];
    head.logProbs(workers, h, targets, places.length, temperature, out);
    return out;
  }

  /** Follows {@link #logProbs} with the same arguments; adds to every parameter's gradient. */
  void backward(Rows rows, int[] places, int[] targets, float temperature, float[] dLogProbs) {
    int hidden = config.hidden();
    float[] h = scored.take((long) places.length * hidden);
    float[] dh = dScored.take((long) places.length * hidden);
    head.backward(workers, h, targets, places.length, temperature, dLogProbs, dh);
    float[] d = dHidden.zeros((long) rows.count() * hidden);
    for (int i = 0; i < places.length; i++) {
      System.arraycopy(dh, i * hidden, d, places[i] * hidden, hidden);
    }
    for (int i = blocks.size() - 1; i >= 0; i--) {
      blocks.get(i).backward(workers, rows, activations(rows, i), gradients, d);
    }
    embedding.backward(workers, rows.tokens(), rows.count(), d);
  }

  /** What a layer's forward pass left, or would have left. */
  private Activations activations(Rows rows, int layer) {
    if (!recompute) {
      return kept.get(layer);
    }
    float[] x = inputs.get(layer).take((long) rows.count() * config.hidden());
    blocks.get(layer).forward(workers, rows, x, passing);
    return passing;
  }

  private float[] gather(float[] x, int[] places) {
    int hidden = config.hidden();
    float[] out = scored.take((long) places.length * hidden);
    for (int i = 0; i < places.length; i++) {
      System.arraycopy(x, places[i] * hidden, out, i * hidden, hidden);
    }
    return out;
  }
}
