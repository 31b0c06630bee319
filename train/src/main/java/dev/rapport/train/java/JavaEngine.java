package dev.rapport.train.java;

import dev.rapport.train.model.Checkpoint;
import dev.rapport.train.model.Dtype;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.model.Safetensors;
import dev.rapport.train.model.SafetensorsWriter;
import dev.rapport.train.model.Tensor;
import dev.rapport.train.policy.EngineConfig;
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
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A transformer in plain Java with the Vector API, in 32 bits, for a few million parameters. For
 * one thread at a time; its results do not depend on how many threads it works on, nor on what else
 * is in a batch.
 */
public final class JavaEngine implements PolicyEngine {
  private final ModelConfig config;
  private final Parameters parameters;
  private final Workers workers;
  private final Transformer model;
  private final boolean frozen;
  private long steps;
  private boolean gathered;

  private JavaEngine(ModelConfig config, Parameters parameters, EngineConfig how, boolean frozen) {
    this.config = config;
    this.parameters = parameters;
    this.frozen = frozen;
    workers = new Workers(how.threads());
    model = new Transformer(config, parameters, workers, how.recompute());
  }

  /**
   * Loads a model's folder in Hugging Face's layout.
   *
   * @throws dev.rapport.train.TrainException when a file is missing, damaged or not supported
   */
  public static JavaEngine load(Path folder, int threads) {
    return load(folder, EngineConfig.onThreads(threads));
  }

  /** As the other, in a chosen way. */
  public static JavaEngine load(Path folder, EngineConfig how) {
    Checks.vectors();
    ModelConfig config = ModelConfig.read(folder);
    try (var weights = Safetensors.open(folder)) {
      Parameters parameters = Parameters.of(config, weights::floats);
      return new JavaEngine(config, parameters.adapted(how.lora(), how.seed()), how, false);
    }
  }

  /** A model that has learned nothing: matrices of standard deviation 0.02, norms of 1. */
  public static JavaEngine random(ModelConfig config, long seed, int threads) {
    Checks.vectors();
    return new JavaEngine(
        config, RandomWeights.of(config, seed), EngineConfig.onThreads(threads), false);
  }

  /** The model's shape. */
  public ModelConfig config() {
    return config;
  }

  /** What the model expects after a text, [vocabulary]; not yet a distribution. */
  public float[] logits(int[] tokens) {
    Checks.tokens(config, tokens, tokens.length);
    Rows rows = Rows.of(List.of(tokens));
    float[] hidden = model.forward(rows, false);
    int width = config.hidden();
    int at = (tokens.length - 1) * width;
    float[] last = Arrays.copyOfRange(hidden, at, at + width);
    return Arrays.copyOf(model.head().logits(workers, last, 1), config.vocabulary());
  }

  /**
   * The weights by Hugging Face's names, with adapters added in; those without one change as the
   * model learns.
   */
  public List<Tensor> tensors() {
    return parameters.merged();
  }

  /** For tests of the gradient. */
  Parameters parameters() {
    return parameters;
  }

  @Override
  public List<Generated> generate(List<Prompt> prompts, Sampling sampling) {
    prompts.forEach(prompt -> Checks.prompt(config, prompt));
    return new Decoder(model, sampling).generate(prompts);
  }

  @Override
  public float[][] logProbs(List<Sequence> batch, double temperature) {
    Checks.temperature(temperature);
    var out = new float[batch.size()][];
    for (MicroBatch part : MicroBatch.split(config, batch)) {
      float[] scores =
          model.logProbs(part.rows(), part.places(), part.targets(), (float) temperature, false);
      for (int i = 0; i < part.size(); i++) {
        out[part.first() + i] = part.of(i, scores);
      }
    }
    return out;
  }

  @Override
  public double accumulate(List<Sequence> batch, double temperature, LossGradient loss) {
    Checks.temperature(temperature);
    mustLearn();
    gathered = true;
    double sum = 0;
    for (MicroBatch part : MicroBatch.split(config, batch)) {
      float[] scores =
          model.logProbs(part.rows(), part.places(), part.targets(), (float) temperature, true);
      var gradient = new float[scores.length];
      for (int i = 0; i < part.size(); i++) {
        var row = new float[part.scored(i)];
        sum += loss.apply(part.first() + i, part.of(i, scores), row);
        System.arraycopy(row, 0, gradient, part.start(i), row.length);
      }
      model.backward(part.rows(), part.places(), part.targets(), (float) temperature, gradient);
    }
    return sum;
  }

  @Override
  public void changeGradient(Consumer<float[]> change) {
    mustLearn();
    gathered = true;
    parameters.learning().forEach(parameter -> change.accept(parameter.gradient()));
  }

  @Override
  public StepReport step(StepConfig stepConfig) {
    mustLearn();
    StepReport report = AdamW.step(workers, parameters.learning(), stepConfig, steps + 1);
    if (report.taken()) {
      steps++;
    }
    parameters.learning().forEach(Parameter::clearGradient);
    gathered = false;
    return report;
  }

  private void mustLearn() {
    if (frozen) {
      throw new IllegalStateException("a frozen model does not learn");
    }
  }

  @Override
  public JavaEngine freeze() {
    return new JavaEngine(
        config, parameters.reference(), EngineConfig.onThreads(workers.threads()), true);
  }

  @Override
  public void save(Path folder) {
    config.write(folder, Dtype.F32);
    SafetensorsWriter.write(folder, tensors(), Dtype.F32, SafetensorsWriter.SHARD_BYTES);
  }

  @Override
  public void checkpoint(Path folder) {
    if (gathered) {
      throw new IllegalStateException("a checkpoint is made between steps: a gradient is gathered");
    }
    var moments = new ArrayList<Tensor>();
    for (Parameter p : parameters.learning()) {
      moments.add(new Tensor("mean." + p.name(), p.shape(), p.mean()));
      moments.add(new Tensor("square." + p.name(), p.shape(), p.square()));
    }
    List<Tensor> learned = parameters.learning().stream().map(Parameter::tensor).toList();
    Checkpoint.write(folder, config, learned, moments, steps);
  }

  @Override
  public void restore(Path folder) {
    mustLearn();
    try (var checkpoint = Checkpoint.open(folder, config)) {
      for (Parameter p : parameters.learning()) {
        fill(p.values(), checkpoint.weight(p.name(), p.shape()));
        fill(p.mean(), checkpoint.mean(p.name(), p.shape()));
        fill(p.square(), checkpoint.square(p.name(), p.shape()));
        p.changed();
        p.clearGradient();
      }
      steps = checkpoint.steps();
    }
    gathered = false;
  }

  private static void fill(float[] to, float[] from) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  @Override
  public void close() {
    workers.close();
  }
}
