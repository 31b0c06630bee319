package dev.rapport.cli;

import dev.rapport.train.job.SftJob;
import dev.rapport.train.job.SftSpec;
import dev.rapport.train.policy.EngineSource;
import dev.rapport.train.run.JsonFile;
import dev.rapport.train.sft.SftMetrics;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs SFT and says what came of it; apart from its command, which any JDK loads. */
final class TrainSftDesk {
  private final Terminal terminal;
  private final TrainRun run;
  private final TrainHow how;
  private final TrainReplicas replicas;

  TrainSftDesk(Terminal terminal, TrainRun run, TrainHow how, TrainReplicas replicas) {
    this.terminal = terminal;
    this.run = run;
    this.how = how;
    this.replicas = replicas;
  }

  int run(String data, int steps, int batch, double rate, int warmUp, int maxTokens) {
    Path file = TrainPlaces.file(terminal, "--data", data);
    Path folder = TrainPlaces.absolute(terminal, run.out);
    SftSpec spec =
        TrainPlaces.usage(
            () ->
                new SftSpec(
                    TrainPlaces.model(terminal, run.model).toString(),
                    file.toString(),
                    TrainPlaces.digest(file),
                    steps,
                    batch,
                    rate,
                    warmUp,
                    maxTokens,
                    TrainLora.of(how),
                    how.recompute,
                    run.seed,
                    how.every,
                    run.engine.name()));
    Path model =
        new TrainTeam(terminal, run.engine, replicas).work(source -> train(folder, spec, source));
    if (replicas.leads()) {
      print(JsonFile.readLines(folder.resolve("metrics.jsonl"), SftMetrics.class), model);
    }
    return Session.DONE;
  }

  private Path train(Path folder, SftSpec spec, EngineSource source) {
    try (TrainPace<SftMetrics> pace = TrainPace.sft(terminal)) {
      return SftJob.run(folder, spec, source, pace);
    }
  }

  private void print(List<SftMetrics> metrics, Path model) {
    double first = metrics.getFirst().loss();
    double last = metrics.getLast().loss();
    TrainEnd end = new TrainEnd();
    end.put("steps", metrics.size());
    end.put("firstLoss", first);
    end.put("lastLoss", last);
    String words =
        String.format(
            Locale.ROOT,
            "%d steps: loss %.4f at the first, %.4f at the last.",
            metrics.size(),
            first,
            last);
    end.print(terminal, run.json, words, model);
  }
}
