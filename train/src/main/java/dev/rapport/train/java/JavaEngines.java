package dev.rapport.train.java;

import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.EngineConfig;
import dev.rapport.train.policy.Engines;
import java.nio.file.Path;

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
  public JavaEngine random(ModelConfig config, long seed, EngineConfig how) {
    return JavaEngine.random(config, seed, how.threads());
  }
}
