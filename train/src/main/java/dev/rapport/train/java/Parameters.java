package dev.rapport.train.java;

import dev.rapport.train.model.ModelConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;

/** All weights of a model by Hugging Face's names, in a fixed order. */
final class Parameters {
  private final SequencedMap<String, Parameter> byName;
  private final String prefix;

  private Parameters(SequencedMap<String, Parameter> byName, String prefix) {
    this.byName = byName;
    this.prefix = prefix;
  }

  /**
   * @param values gives the numbers for a name and a shape
   */
  static Parameters of(ModelConfig config, BiFunction<String, List<Integer>, float[]> values) {
    var byName = new LinkedHashMap<String, Parameter>();
    shapes(config)
        .forEach(
            (name, shape) ->
                byName.put(name, new Parameter(name, shape, values.apply(name, shape))));
    return new Parameters(byName, "");
  }

  /** What a model of this configuration consists of. */
  static SequencedMap<String, List<Integer>> shapes(ModelConfig config) {
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

  List<Parameter> all() {
    return List.copyOf(byName.sequencedValues());
  }

  /** The same, for names that begin so. */
  Parameters under(String start) {
    return new Parameters(byName, prefix + start);
  }

  Optional<Parameter> find(String name) {
    return Optional.ofNullable(byName.get(prefix + name));
  }

  Parameter get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no " + prefix + name));
  }

  /** The layer of {@code name.weight} and, if there is one, {@code name.bias}. */
  Linear linear(String name) {
    return new Linear(get(name + ".weight"), find(name + ".bias"));
  }

  /** A copy of the values alone. */
  Parameters copy() {
    var copies = new LinkedHashMap<String, Parameter>();
    byName.forEach(
        (name, p) -> copies.put(name, new Parameter(name, p.shape(), p.values().clone())));
    return new Parameters(copies, "");
  }
}
