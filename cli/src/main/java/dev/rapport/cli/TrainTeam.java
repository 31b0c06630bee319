package dev.rapport.cli;

import dev.rapport.train.policy.EngineConfig;
import dev.rapport.train.policy.EngineSource;
import dev.rapport.train.policy.Replicas;
import dev.rapport.train.policy.Seat;
import java.util.function.Function;

/** Work done by one process or by several, which this one starts or only joins. */
final class TrainTeam {
  private static final String HERE = "127.0.0.1";

  private final Terminal terminal;
  private final TrainEngine engine;
  private final TrainReplicas options;

  TrainTeam(Terminal terminal, TrainEngine engine, TrainReplicas options) {
    this.terminal = terminal;
    this.engine = engine;
    this.options = options;
  }

  /** Does this one's part. */
  <R> R work(Function<EngineSource, R> part) {
    EngineSource alone = TrainEngines.source(engine);
    if (options.size() == 1) {
      return part.apply(alone);
    }
    if (!options.startsOthers()) {
      Seat seat =
          TrainPlaces.usage(
              () ->
                  new Seat(
                      options.rank(),
                      options.size(),
                      options.rendezvous().getHost(),
                      options.rendezvous().getPort()));
      try (Replicas replicas = alone.engines().join(seat, port -> {})) {
        return part.apply(alone.with(replicas));
      }
    }
    int threads = engine.threads(options.size());
    EngineSource share = alone.with(EngineConfig.onThreads(threads));
    try (TrainOthers others = new TrainOthers(terminal, options, threads);
        Replicas replicas =
            others.orWhyNot(
                () -> share.engines().join(new Seat(0, options.size(), HERE, 0), others::start))) {
      return others.orWhyNot(() -> part.apply(share.with(replicas)));
    }
  }
}
