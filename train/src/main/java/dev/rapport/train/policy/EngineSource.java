package dev.rapport.train.policy;

import dev.rapport.train.model.ModelConfig;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Where a run gets its engines.
 *
 * @param how they work
 * @param replicas who train the model together
 * @param nanos a clock for their speed alone; no result depends on it
 */
public record EngineSource(
    Engines engines, EngineConfig how, Replicas replicas, LongSupplier nanos) {
  /** Of a run in one process. */
  public EngineSource(Engines engines, EngineConfig how, LongSupplier nanos) {
    this(engines, how, Alone.ALONE, nanos);
  }

  public TimedEngine load(Path folder) {
    return ready(engines.load(folder, how));
  }

  public TimedEngine random(ModelConfig config, long seed) {
    return ready(engines.random(config, seed, how));
  }

  private TimedEngine ready(PolicyEngine engine) {
    return new TimedEngine(ReplicatedEngine.of(engine, replicas), nanos);
  }

  public EngineSource with(EngineConfig other) {
    return new EngineSource(engines, other, replicas, nanos);
  }

  public EngineSource with(Replicas others) {
    return new EngineSource(engines, how, others, nanos);
  }
}
