package dev.rapport.cli;

import dev.rapport.train.java.JavaEngines;
import dev.rapport.train.policy.EngineConfig;
import dev.rapport.train.policy.EngineSource;
import dev.rapport.train.policy.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The engines that are here: the one in plain Java, and what else is on the class path. */
final class TrainEngines {
  private TrainEngines() {}

  /** All of a model is worked on, as it is. */
  static EngineSource source(TrainEngine engine) {
    return new EngineSource(
        named(engine.name()), EngineConfig.onThreads(engine.threads()), System::nanoTime);
  }

  /**
   * @throws FailedException when the build has none of that name
   */
  private static Engines named(String name) {
    List<Engines> all = new ArrayList<>();
    all.add(new JavaEngines());
    ServiceLoader.load(Engines.class).forEach(all::add);
    return all.stream()
        .filter(engines -> engines.name().equals(name))
        .findFirst()
        .orElseThrow(() -> absent(name));
  }

  private static FailedException absent(String name) {
    return new FailedException(
        "--engine %s is not in this build: its libraries are large, so they come only when asked for. Build with them: RAPPORT_BUILD=-Ptorch ./rapport ..."
            .formatted(name));
  }
}
