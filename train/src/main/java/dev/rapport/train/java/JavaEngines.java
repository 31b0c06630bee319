package dev.rapport.train.java;

import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.EngineConfig;
import dev.rapport.train.policy.Engines;
import dev.rapport.train.policy.Replicas;
import dev.rapport.train.policy.Seat;
import dev.rapport.train.replica.SocketReplicas;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** Engines in plain Java. */
public final class JavaEngines implements Engines {
  @Override
  public String name() {
    return "java";
  }

  @Override
  public JavaEngine load(Path folder, EngineConfig how) {
    return JavaEngine.load(folder, how);
  }

  @Override
  public Replicas join(Seat seat, IntConsumer listening) {
    return SocketReplicas.join(seat, listening);
  }

  @Override
  public JavaEngine random(ModelConfig config, long seed, EngineConfig how) {
    return JavaEngine.random(config, seed, how.threads());
  }
}
