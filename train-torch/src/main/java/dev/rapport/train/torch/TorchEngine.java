package dev.rapport.train.torch;

import dev.rapport.train.model.Checkpoint;
import dev.rapport.train.model.Dtype;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.model.Safetensors;
import dev.rapport.train.model.SafetensorsWriter;
import dev.rapport.train.model.Tensor;
import dev.rapport.train.model.TensorShapes;
import dev.rapport.train.policy.Generated;
import dev.rapport.train.policy.LossGradient;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.Prompt;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.policy.Sequence;
import dev.rapport.train.policy.StepConfig;
import dev.rapport.train.policy.StepReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;

/**
 * A transformer on libtorch. For one thread at a time. Products of other batch sizes may be rounded
 * otherwise, so a reply drawn in another batch agrees up to rounding, not bit for bit.
 */
public final class TorchEngine implements PolicyEngine {
  private final ModelConfig config;
  private final TorchOptions options;
  private final boolean frozen;
  private final TorchWorkers workers;
  private final Device device;
  private final List<TorchWeight> weights = new ArrayList<>();
  private final List<TorchNetwork> networks = new ArrayList<>();
  private long steps;
  private boolean gathered;

  private TorchEngine(
      ModelConfig config,
      TorchOptions options,
      BiFunction<String, List<Integer>, float[]> values,
      boolean frozen) {
    TorchRuntime.prepare();
    this.config = config;
    this.options = options;
    this.frozen = frozen;
    workers = new TorchWorkers(options.threads());
    device = workers.first(() -> new Device(options.device()));
    workers.first(
        () -> {
          TensorShapes.of(config)
              .forEach(
                  (name, shape) ->
                      weights.add(
                          new TorchWeight(
                              name, shape, values.apply(name, shape), device, workers.count())));
          return weights.size();
        });
    for (int i = 0; i < workers.count(); i++) {
      networks.add(new TorchNetwork(config, weights, i, options, device));
    }
  }

  /**
   * Loads a model's folder in Hugging Face's layout.
   *
   * @throws dev.rapport.train.TrainException when a file is missing, damaged or not supported, or
   *     libtorch fails
   */
  public static TorchEngine load(Path folder, TorchOptions options) {
    ModelConfig config = ModelConfig.read(folder);
    try (var files = Safetensors.open(folder)) {
      return new TorchEngine(config, options, files::floats, false);
    }
  }

  /** A model of these weights, which are copied; in the order of {@link TensorShapes}. */
  public static TorchEngine of(ModelConfig config, List<Tensor> tensors, TorchOptions options) {
    var next = tensors.iterator();
    return new TorchEngine(
        config,
        options,
        (name, shape) -> {
          Tensor tensor = next.next();
          if (!tensor.name().equals(name) || !tensor.shape().equals(shape)) {
            throw new IllegalArgumentException(
                "tensor %s %s where %s %s must be"
                    .formatted(tensor.name(), tensor.shape(), name, shape));
          }
          return tensor.values();
        },
        false);
  }

  @Override
  public List<Generated> generate(List<Prompt> prompts, Sampling sampling) {
    int n = workers.count();
    List<List<Generated>> parts =
        workers.all(
            i -> {
              int from = prompts.size() * i / n;
              int to = prompts.size() * (i + 1) / n;
              return new TorchDecoder(networks.get(i), sampling)
                  .generate(prompts.subList(from, to));
            });
    return parts.stream().flatMap(List::stream).toList();
  }

  @Override
  public float[][] logProbs(List<Sequence> batch, double temperature) {
    var out = new float[batch.size()][];
    for (List<List<Integer>> shares : micro(batch)) {
      List<float[][]> parts =
          workers.all(
              i -> {
                if (shares.get(i).isEmpty()) {
                  return new float[0][];
                }
                try (var pass = pass(i, batch, shares, temperature)) {
                  return pass.score();
                }
              });
      spread(shares, parts, out);
    }
    return out;
  }

  @Override
  public double accumulate(List<Sequence> batch, double temperature, LossGradient loss) {
    mustLearn();
    gathered = true;
    double sum = 0;
    for (List<List<Integer>> shares : micro(batch)) {
      var passes = new TorchPass[workers.count()];
      try {
        var scores = new float[batch.size()][];
        spread(
            shares,
            workers.all(
                i -> {
                  if (shares.get(i).isEmpty()) {
                    return new float[0][];
                  }
                  passes[i] = pass(i, batch, shares, temperature);
                  return passes[i].forward();
                }),
            scores);
        var gradients = new float[batch.size()][];
        for (int row = 0; row < batch.size(); row++) {
          if (scores[row] != null) {
            gradients[row] = new float[scores[row].length];
            sum += loss.apply(row, scores[row], gradients[row]);
          }
        }
        workers.all(
            i -> {
              if (!shares.get(i).isEmpty()) {
                passes[i].backward(
                    shares.get(i).stream().map(row -> gradients[row]).toArray(float[][]::new));
              }
              return i;
            });
      } finally {
        workers.all(
            i -> {
              if (passes[i] != null) {
                passes[i].close();
              }
              return i;
            });
      }
    }
    return sum;
  }

  private TorchPass pass(
      int worker, List<Sequence> batch, List<List<Integer>> shares, double temperature) {
    List<Sequence> sequences = shares.get(worker).stream().map(batch::get).toList();
    return new TorchPass(networks.get(worker), sequences, temperature, options.checkpointing());
  }

  private static void spread(List<List<Integer>> shares, List<float[][]> parts, float[][] out) {
    for (int i = 0; i < parts.size(); i++) {
      for (int j = 0; j < parts.get(i).length; j++) {
        out[shares.get(i).get(j)] = parts.get(i)[j];
      }
    }
  }

  /**
   * Rows of the batch for each worker, micro-batch by micro-batch. Sequences of like length go
   * together, to be padded little.
   */
  private List<List<List<Integer>>> micro(List<Sequence> batch) {
    List<Integer> rows =
        IntStream.range(0, batch.size())
            .boxed()
            .sorted(Comparator.comparingInt(row -> -batch.get(row).tokens().length))
            .toList();
    var parts = new ArrayList<List<List<Integer>>>();
    for (int from = 0; from < rows.size(); ) {
      int longest = batch.get(rows.get(from)).tokens().length;
      int fit = Math.max(1, options.tokens() / longest);
      int to = Math.min(rows.size(), from + fit);
      var shares = new ArrayList<List<Integer>>();
      int n = workers.count();
      for (int i = 0; i < n; i++) {
        shares.add(rows.subList(from + (to - from) * i / n, from + (to - from) * (i + 1) / n));
      }
      parts.add(shares);
      from = to;
    }
    return parts;
  }

  @Override
  public void changeGradient(Consumer<float[]> change) {
    mustLearn();
    gathered = true;
    for (TorchWeight weight : weights) {
      float[] gradient = workers.first(weight::gathered);
      change.accept(gradient);
      workers.first(
          () -> {
            weight.gather(gradient, device);
            return true;
          });
    }
  }

  @Override
  public StepReport step(StepConfig stepConfig) {
    mustLearn();
    StepReport report = workers.first(() -> TorchAdamW.step(weights, stepConfig, steps + 1));
    if (report.taken()) {
      steps++;
    }
    gathered = false;
    return report;
  }

  private void mustLearn() {
    if (frozen) {
      throw new IllegalStateException("a frozen model does not learn");
    }
  }

  @Override
  public TorchEngine freeze() {
    List<Tensor> copies = tensors();
    var next = copies.iterator();
    return new TorchEngine(config, options, (name, shape) -> next.next().values(), true);
  }

  /** The weights as they are, copied. */
  public List<Tensor> tensors() {
    return workers.first(
        () -> {
          try (var scope = new PointerScope()) {
            Scopes.used(scope);
            return weights.stream()
                .map(w -> new Tensor(w.name(), w.shape(), Tensors.floats(w.values())))
                .toList();
          }
        });
  }

  @Override
  public void save(Path folder) {
    Dtype dtype = options.bf16() ? Dtype.BF16 : Dtype.F32;
    config.write(folder, dtype);
    SafetensorsWriter.write(folder, tensors(), dtype, SafetensorsWriter.SHARD_BYTES);
  }

  @Override
  public void checkpoint(Path folder) {
    if (gathered) {
      throw new IllegalStateException("a checkpoint is made between steps: a gradient is gathered");
    }
    List<Tensor> moments =
        workers.first(
            () -> {
              try (var scope = new PointerScope()) {
                Scopes.used(scope);
                var out = new ArrayList<Tensor>();
                for (TorchWeight w : weights) {
                  out.add(new Tensor("mean." + w.name(), w.shape(), Tensors.floats(w.mean())));
                  out.add(new Tensor("square." + w.name(), w.shape(), Tensors.floats(w.square())));
                }
                return out;
              }
            });
    Checkpoint.write(folder, config, tensors(), moments, steps);
  }

  @Override
  public void restore(Path folder) {
    mustLearn();
    try (var checkpoint = Checkpoint.open(folder, config)) {
      workers.first(
          () -> {
            for (TorchWeight w : weights) {
              try (var scope = new PointerScope()) {
                Scopes.used(scope);
                w.set(w.values(), checkpoint.weight(w.name(), w.shape()), device);
                w.set(w.mean(), checkpoint.mean(w.name(), w.shape()), device);
                w.set(w.square(), checkpoint.square(w.name(), w.shape()), device);
                w.clear();
              }
            }
            return weights.size();
          });
      steps = checkpoint.steps();
    }
    gathered = false;
  }

  @Override
  public void close() {
    workers.first(
        () -> {
          weights.forEach(TorchWeight::close);
          weights.clear();
          return true;
        });
    workers.close();
  }
}
