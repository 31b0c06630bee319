package dev.rapport.train.policy;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Another engine, of which some works are done otherwise. */
abstract class EngineAround implements PolicyEngine {
  final PolicyEngine engine;

  EngineAround(PolicyEngine engine) {
    this.engine = engine;
  }

  @Override
  public void changeGradient(Consumer<float[]> change) {
    engine.changeGradient(change);
  }

  @Override
  public void save(Path folder) {
    engine.save(folder);
  }

  @Override
  public void checkpoint(Path folder) {
    engine.checkpoint(folder);
  }

  @Override
  public void restore(Path folder) {
    engine.restore(folder);
  }

  @Override
  public void close() {
    engine.close();
  }
}
