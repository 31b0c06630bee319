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

/** Engines on libtorch, in 32 bits on the processor. Found as a service. */
public final class TorchEngines implements Engines {
  @Override
  public String name() {
    return "torch";
  }

  @Override
  public TorchEngine load(Path folder, EngineConfig how) {
    return TorchEngine.load(folder, options(how));
  }

  @Override
  public Replicas join(Seat seat, IntConsumer listening) {
    return GlooReplicas.join(seat, listening);
  }

  @Override
  public TorchEngine random(ModelConfig config, long seed, EngineConfig how) {
    try (var plain = JavaEngine.random(config, seed, 1)) {
      List<Tensor> weights = plain.tensors();
      return TorchEngine.of(config, weights, options(how));
    }
  }

  private static TorchOptions options(EngineConfig how) {
    if (how.lora().rank() > 0) {
      throw new TrainException(
          "the engine torch has no adapters (rank %d was asked for); leave --lora-rank out, or use --engine java"
              .formatted(how.lora().rank()));
    }
    return TorchOptions.cpu(how.threads()).withCheckpointing(how.recompute());
  }
}
