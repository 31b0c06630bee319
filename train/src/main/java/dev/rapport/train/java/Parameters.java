package dev.rapport.train.java;

import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.model.TensorShapes;
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
    TensorShapes.of(config)
        .forEach(
            (name, shape) ->
                byName.put(name, new Parameter(name, shape, values.apply(name, shape))));
    return new Parameters(byName, "");
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
