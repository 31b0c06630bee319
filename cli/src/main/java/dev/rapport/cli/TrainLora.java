package dev.rapport.cli;

import dev.rapport.train.model.LoraConfig;
import dev.rapport.train.policy.EngineSource;

/** What of a model learns, as options say it. */
final class TrainLora {
  private TrainLora() {}

  static LoraConfig of(TrainHow how) {
    if (how.loraRank == 0) {
      return LoraConfig.NONE;
    }
    double alpha = how.loraAlpha == 0 ? 2.0 * how.loraRank : how.loraAlpha;
    return TrainPlaces.usage(() -> new LoraConfig(how.loraRank, alpha, how.loraTargets));
  }

  static EngineSource engine(EngineSource plain, TrainRun run, TrainHow how) {
    return plain.with(plain.how().withLora(of(how), run.seed).withRecompute(how.recompute));
  }
}
