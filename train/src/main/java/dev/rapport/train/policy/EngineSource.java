package dev.rapport.train.policy;

import dev.rapport.train.model.ModelConfig;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Where a run gets its engines.
 *
 * @param how they work
 * @param nanos a clock for their speed alone; no result depends on it
 */
public record EngineSource(Engines engines, EngineConfig how, LongSupplier nanos) {
  public TimedEngine load(Path folder) {
    return new TimedEngine(engines.load(folder, how), nanos);
  }

  public TimedEngine random(ModelConfig config, long seed) {
    return new TimedEngine(engines.random(config, seed, how), nanos);
  }

  public EngineSource with(EngineConfig other) {
    return new EngineSource(engines, other, nanos);
  }
}
