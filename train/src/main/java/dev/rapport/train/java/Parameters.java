package dev.rapport.train.java;

import dev.rapport.train.model.LoraConfig;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.model.Tensor;
import dev.rapport.train.model.TensorShapes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** All weights of a model by Hugging Face's names, in a fixed order, and adapters beside them. */
final class Parameters {
  private static final String A = ".lora_A.weight";
  private static final String B = ".lora_B.weight";

  private final SequencedMap<String, Parameter> byName;
  private final LoraConfig lora;
  private final String prefix;

  private Parameters(SequencedMap<String, Parameter> byName, LoraConfig lora, String prefix) {
    this.byName = byName;
    this.lora = lora;
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
    return new Parameters(byName, LoraConfig.NONE, "");
  }

  /**
   * The same weights, standing still, with adapters that learn and as yet change nothing: A even
   * between ±1/√in as peft has it, B zero.
   */
  Parameters adapted(LoraConfig adapters, long seed) {
    if (!adapters.adapts()) {
      return this;
    }
    var random = new SplittableRandom(seed);
    var all = new LinkedHashMap<String, Parameter>();
    byName.forEach(
        (name, p) -> {
          all.put(name, p.still());
          if (adapters.adapts(name)) {
            int out = p.shape().getFirst();
            int in = p.shape().getLast();
            var values = new float[adapters.rank() * in];
            double most = 1 / Math.sqrt(in);
            for (int i = 0; i < values.length; i++) {
              values[i] = (float) random.nextDouble(-most, most);
            }
            put(all, layer(name) + A, List.of(adapters.rank(), in), values);
            put(
                all,
                layer(name) + B,
                List.of(out, adapters.rank()),
                new float[out * adapters.rank()]);
          }
        });
    return new Parameters(all, adapters, "");
  }

  private static void put(
      SequencedMap<String, Parameter> all, String name, List<Integer> shape, float[] values) {
    all.put(name, new Parameter(name, shape, values));
  }

  private static String layer(String weight) {
    return weight.substring(0, weight.length() - ".weight".length());
  }

  List<Parameter> all() {
    return List.copyOf(byName.sequencedValues());
  }

  /** Those that change. */
  List<Parameter> learning() {
    return all().stream().filter(Parameter::learns).toList();
  }

  /** A plain model's weights: adapters are added to what they adapt. */
  List<Tensor> merged() {
    return all().stream()
        .filter(p -> !p.name().endsWith(A) && !p.name().endsWith(B))
        .map(
            p ->
                adapter(layer(p.name()))
                    .map(it -> new Tensor(p.name(), p.shape(), it.merged(p.values())))
                    .orElseGet(p::tensor))
        .toList();
  }

  /** The same, for names that begin so. */
  Parameters under(String start) {
    return new Parameters(byName, lora, prefix + start);
  }

  Optional<Parameter> find(String name) {
    return Optional.ofNullable(byName.get(prefix + name));
  }

  Parameter get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no " + prefix + name));
  }

  /** The layer of {@code name.weight} with its bias and its adapter, if it has any. */
  Linear linear(String name) {
    return new Linear(get(name + ".weight"), find(name + ".bias"), adapter(name));
  }

  private Optional<Adapter> adapter(String layer) {
    return find(layer + A).map(a -> new Adapter(a, get(layer + B), lora.scale()));
  }

  /**
   * The model as it was when learning began, or is now if all weights learn: to be measured
   * against. Weights that stand still are shared.
   */
  Parameters reference() {
    var copies = new LinkedHashMap<String, Parameter>();
    byName.forEach(
        (name, p) -> {
          if (!lora.adapts()) {
            copies.put(name, new Parameter(name, p.shape(), p.values().clone()).still());
          } else if (!p.learns()) {
            copies.put(name, p.still());
          }
        });
    return new Parameters(copies, LoraConfig.NONE, "");
  }
}
