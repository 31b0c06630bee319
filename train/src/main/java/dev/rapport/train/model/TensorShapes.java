package dev.rapport.train.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What tensors a model consists of, by Hugging Face's names. */
public final class TensorShapes {
  private TensorShapes() {}

  /** In the order in which they are written. */
  public static SequencedMap<String, List<Integer>> of(ModelConfig config) {
    int hidden = config.hidden();
    int queries = config.queries();
    int keys = config.keys();
    var shapes = new LinkedHashMap<String, List<Integer>>();
    shapes.put("model.embed_tokens.weight", List.of(config.vocabulary(), hidden));
    for (int i = 0; i < config.layers(); i++) {
      String layer = "model.layers.%d.".formatted(i);
      String attention = layer + "self_attn.";
      shapes.put(layer + "input_layernorm.weight", List.of(hidden));
      shapes.put(attention + "q_proj.weight", List.of(queries, hidden));
      shapes.put(attention + "k_proj.weight", List.of(keys, hidden));
      shapes.put(attention + "v_proj.weight", List.of(keys, hidden));
      if (config.family().qkvBias()) {
        shapes.put(attention + "q_proj.bias", List.of(queries));
        shapes.put(attention + "k_proj.bias", List.of(keys));
        shapes.put(attention + "v_proj.bias", List.of(keys));
      }
      if (config.family().qkNorm()) {
        shapes.put(attention + "q_norm.weight", List.of(config.headSize()));
        shapes.put(attention + "k_norm.weight", List.of(config.headSize()));
      }
      shapes.put(attention + "o_proj.weight", List.of(hidden, queries));
      shapes.put(layer + "post_attention_layernorm.weight", List.of(hidden));
      shapes.put(layer + "mlp.gate_proj.weight", List.of(config.intermediate(), hidden));
      shapes.put(layer + "mlp.up_proj.weight", List.of(config.intermediate(), hidden));
      shapes.put(layer + "mlp.down_proj.weight", List.of(hidden, config.intermediate()));
    }
    shapes.put("model.norm.weight", List.of(hidden));
    if (!config.tied()) {
      shapes.put("lm_head.weight", List.of(config.vocabulary(), hidden));
    }
    return shapes;
  }
}
