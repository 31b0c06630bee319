package dev.rapport.train.java;

import dev.rapport.train.TrainException;
import dev.rapport.train.model.Dtype;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.model.Safetensors;
import dev.rapport.train.model.SafetensorsWriter;
import dev.rapport.train.model.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder from which learning goes on bit for bit: a model's folder as transformers reads it, with
 * Adam's moments and the number of steps in {@code optimizer/}.
 */
final class Checkpoint {
  private static final String OPTIMIZER = "optimizer";
  private static final String STEPS = "steps.txt";

  private Checkpoint() {}

  /** Complete or not there: {@code steps.txt} is written last. */
  static void write(Path folder, ModelConfig config, Parameters parameters, long steps) {
    Path optimizer = folder.resolve(OPTIMIZER);
    var moments = new ArrayList<Tensor>();
    for (Parameter p : parameters.all()) {
      moments.add(new Tensor("mean." + p.name(), p.shape(), p.mean()));
      moments.add(new Tensor("square." + p.name(), p.shape(), p.square()));
    }
    List<Tensor> weights = parameters.all().stream().map(Parameter::tensor).toList();
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
   * @return the number of steps
   */
  static long read(Path folder, ModelConfig config, Parameters parameters) {
    ModelConfig stored = ModelConfig.read(folder);
    if (!stored.equals(config)) {
      throw new TrainException(
          "checkpoint %s is of another model: %s; this one is %s"
              .formatted(folder, stored, config));
    }
    Path optimizer = folder.resolve(OPTIMIZER);
    long steps = steps(optimizer.resolve(STEPS));
    try (var weights = Safetensors.open(folder);
        var moments = Safetensors.open(optimizer)) {
      for (Parameter p : parameters.all()) {
        fill(p.values(), weights.floats(p.name(), p.shape()));
        fill(p.mean(), moments.floats("mean." + p.name(), p.shape()));
        fill(p.square(), moments.floats("square." + p.name(), p.shape()));
        p.changed();
      }
    }
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

  private static void fill(float[] to, float[] from) {
    System.arraycopy(from, 0, to, 0, to.length);
  }
}
