package dev.rapport.train.java;

import dev.rapport.train.model.ModelConfig;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The transformer in 64 bits, one token and one head at a time: slow, obvious, without backward.
 */
final class Reference {
  private final ModelConfig config;
  private final Map<String, double[]> weights = new LinkedHashMap<>();

  Reference(ModelConfig config, Parameters parameters) {
    this.config = config;
    for (Parameter p : parameters.all()) {
      var wide = new double[p.values().length];
      for (int i = 0; i < wide.length; i++) {
        wide[i] = p.values()[i];
      }
      weights.put(p.name(), wide);
    }
  }

  double[] weight(String name) {
    return Objects.requireNonNull(weights.get(name), name);
  }

  /** Log-probabilities of all tokens after each, [tokens][vocabulary]. */
  double[][] logProbs(int[] tokens, double temperature) {
    var x = new double[tokens.length][];
    for (int t = 0; t < tokens.length; t++) {
      x[t] = row(weight("model.embed_tokens.weight"), tokens[t], config.hidden());
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      block(x, "model.layers.%d.".formatted(layer));
    }
    var out = new double[tokens.length][];
    String head = config.tied() ? "model.embed_tokens.weight" : "lm_head.weight";
    for (int t = 0; t < tokens.length; t++) {
      double[] logits = times(head, norm(x[t], "model.norm.weight"));
      double sum = 0;
      for (int i = 0; i < logits.length; i++) {
        logits[i] /= temperature;
        sum += Math.exp(logits[i]);
      }
      for (int i = 0; i < logits.length; i++) {
        logits[i] -= Math.log(sum);
      }
      out[t] = logits;
    }
    return out;
  }

  private void block(double[][] x, String layer) {
    int n = x.length;
    var q = new double[n][];
    var k = new double[n][];
    var v = new double[n][];
    for (int t = 0; t < n; t++) {
      double[] h = norm(x[t], layer + "input_layernorm.weight");
      q[t] = projected(h, layer + "self_attn.q_", t, true);
      k[t] = projected(h, layer + "self_attn.k_", t, true);
      v[t] = projected(h, layer + "self_attn.v_", t, false);
    }
    for (int t = n - 1; t >= 0; t--) {
      add(x[t], times(layer + "self_attn.o_proj.weight", attention(q[t], k, v, t)));
      double[] h = norm(x[t], layer + "post_attention_layernorm.weight");
      double[] gate = times(layer + "mlp.gate_proj.weight", h);
      double[] up = times(layer + "mlp.up_proj.weight", h);
      for (int i = 0; i < gate.length; i++) {
        gate[i] = gate[i] / (1 + Math.exp(-gate[i])) * up[i];
      }
      add(x[t], times(layer + "mlp.down_proj.weight", gate));
    }
  }

  private double[] projected(double[] h, String name, int position, boolean turned) {
    double[] y = times(name + "proj.weight", h);
    if (weights.containsKey(name + "proj.bias")) {
      add(y, weight(name + "proj.bias"));
    }
    int size = config.headSize();
    for (int at = 0; turned && at < y.length; at += size) {
      double[] head = row(y, at / size, size);
      if (weights.containsKey(name + "norm.weight")) {
        head = norm(head, name + "norm.weight");
      }
      for (int i = 0; i < size / 2; i++) {
        double angle = position / Math.pow(config.ropeTheta(), 2.0 * i / size);
        double a = head[i];
        double b = head[i + size / 2];
        y[at + i] = a * Math.cos(angle) - b * Math.sin(angle);
        y[at + i + size / 2] = b * Math.cos(angle) + a * Math.sin(angle);
      }
    }
    return y;
  }

  private double[] attention(double[] q, double[][] k, double[][] v, int t) {
    int size = config.headSize();
    var out = new double[q.length];
    for (int head = 0; head < config.heads(); head++) {
      int at = head * size;
      int from = head / config.group() * size;
      var p = new double[t + 1];
      double sum = 0;
      for (int j = 0; j <= t; j++) {
        double score = 0;
        for (int i = 0; i < size; i++) {
          score += q[at + i] * k[j][from + i];
        }
        p[j] = Math.exp(score / Math.sqrt(size));
        sum += p[j];
      }
      for (int j = 0; j <= t; j++) {
        for (int i = 0; i < size; i++) {
          out[at + i] += p[j] / sum * v[j][from + i];
        }
      }
    }
    return out;
  }

  private double[] norm(double[] x, String name) {
    double square = 0;
    for (double value : x) {
      square += value * value;
    }
    double scale = 1 / Math.sqrt(square / x.length + config.normEpsilon());
    var y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * scale * weight(name)[i];
    }
    return y;
  }

  private double[] times(String name, double[] x) {
    double[] w = weight(name);
    var y = new double[w.length / x.length];
    for (int o = 0; o < y.length; o++) {
      for (int i = 0; i < x.length; i++) {
        y[o] += w[o * x.length + i] * x[i];
      }
    }
    return y;
  }

  private static double[] row(double[] matrix, int row, int width) {
    return Arrays.copyOfRange(matrix, row * width, (row + 1) * width);
  }

  private static void add(double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      x[i] += y[i];
    }
  }
}
