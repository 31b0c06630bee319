package dev.rapport.train.model;

import dev.rapport.train.TrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder from which learning goes on bit for bit: a model's folder as transformers reads it, with
 * Adam's moments, named {@code mean.} and {@code square.} and the weight, and the number of steps
 * in {@code optimizer/}.
 */
public final class Checkpoint implements AutoCloseable {
  private static final String OPTIMIZER = "optimizer";
  private static final String STEPS = "steps.txt";

  private final Safetensors weights;
  private final Safetensors moments;
  private final long steps;

  private Checkpoint(Safetensors weights, Safetensors moments, long steps) {
    this.weights = weights;
    this.moments = moments;
    this.steps = steps;
  }

  /** Complete or not there: the number of steps is written last. */
  public static void write(
      Path folder, ModelConfig config, List<Tensor> weights, List<Tensor> moments, long steps) {
    Path optimizer = folder.resolve(OPTIMIZER);
    try {
      Files.deleteIfExists(optimizer.resolve(STEPS));
      config.write(folder, Dtype.F32);
      SafetensorsWriter.write(folder, weights, Dtype.F32, SafetensorsWriter.SHARD_BYTES);
      SafetensorsWriter.write(optimizer, moments, Dtype.F32, SafetensorsWriter.SHARD_BYTES);
      Files.writeString(optimizer.resolve(STEPS), steps + "\n");
    } catch (IOException e) {
      throw new TrainException("cannot write checkpoint %s".formatted(folder), e);
    }
  }

  /**
   * Opens a checkpoint of a model of this shape.
   *
   * @throws TrainException when it is not complete, damaged, or of another shape
   */
  public static Checkpoint open(Path folder, ModelConfig config) {
    ModelConfig stored = ModelConfig.read(folder);
    if (!stored.equals(config)) {
      throw new TrainException(
          "checkpoint %s is of another model: %s; this one is %s"
              .formatted(folder, stored, config));
    }
    Path optimizer = folder.resolve(OPTIMIZER);
    long steps = steps(optimizer.resolve(STEPS));
    Safetensors weights = Safetensors.open(folder);
    try {
      return new Checkpoint(weights, Safetensors.open(optimizer), steps);
    } catch (TrainException e) {
      weights.close();
      throw e;
    }
  }

  public float[] weight(String name, List<Integer> shape) {
    return weights.floats(name, shape);
  }

  public float[] mean(String name, List<Integer> shape) {
    return moments.floats("mean." + name, shape);
  }

  public float[] square(String name, List<Integer> shape) {
    return moments.floats("square." + name, shape);
  }

  public long steps() {
    return steps;
  }

  private static long steps(Path file) {
    try {
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException e) {
      throw new TrainException(
          "%s is missing: the checkpoint was not finished, or holds a model only; take one before"
              .formatted(file),
          e);
    } catch (NumberFormatException e) {
      throw new TrainException("%s does not hold a number of steps".formatted(file), e);
    }
  }

  @Override
  public void close() {
    weights.close();
    moments.close();
  }
}
