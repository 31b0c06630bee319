package dev.rapport.train.torch;

import dev.rapport.train.TrainException;
import dev.rapport.train.java.JavaEngine;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.model.Tensor;
import dev.rapport.train.policy.EngineConfig;
import dev.rapport.train.policy.Engines;
import dev.rapport.train.policy.Replicas;
import dev.rapport.train.policy.Seat;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** Engines on libtorch; these in 32 bits on the processor. Found as a service. */
public class TorchEngines implements Engines {
  private final String name;
  private final UnaryOperator<TorchOptions> how;

  /** As the service's loader makes them. */
  public TorchEngines() {
    this("torch", options -> options);
  }

  TorchEngines(String name, UnaryOperator<TorchOptions> how) {
    this.name = name;
    this.how = how;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public TorchEngine load(Path folder, EngineConfig config) {
    return TorchEngine.load(folder, options(config));
  }

  @Override
  public Replicas join(Seat seat, IntConsumer listening) {
    return GlooReplicas.join(seat, listening);
  }

  @Override
  public TorchEngine random(ModelConfig shape, long seed, EngineConfig config) {
    try (var plain = JavaEngine.random(shape, seed, 1)) {
      List<Tensor> weights = plain.tensors();
      return TorchEngine.of(shape, weights, options(config));
    }
  }

  private TorchOptions options(EngineConfig config) {
    if (config.lora().rank() > 0) {
      throw new TrainException(
          "the engine %s has no adapters (rank %d was asked for); leave --lora-rank out, or use --engine java"
              .formatted(name, config.lora().rank()));
    }
    return how.apply(TorchOptions.cpu(config.threads()).withCheckpointing(config.recompute()));
  }
}
