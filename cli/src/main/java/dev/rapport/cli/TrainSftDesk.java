package dev.rapport.cli;

import dev.rapport.train.job.SftJob;
import dev.rapport.train.job.SftSpec;
import dev.rapport.train.run.JsonFile;
import dev.rapport.train.sft.SftMetrics;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs SFT and says what came of it; apart from its command, which any JDK loads. */
final class TrainSftDesk {
  private final Terminal terminal;
  private final TrainHow how;

  TrainSftDesk(Terminal terminal, TrainHow how) {
    this.terminal = terminal;
    this.how = how;
  }

  int run(String data, int steps, int batch, double rate, int warmUp, int maxTokens) {
    Path file = TrainPlaces.file(terminal, "--data", data);
    Path folder = TrainPlaces.absolute(terminal, how.out);
    SftSpec spec =
        TrainPlaces.usage(
            () ->
                new SftSpec(
                    TrainPlaces.model(terminal, how.model).toString(),
                    file.toString(),
                    TrainPlaces.digest(file),
                    steps,
                    batch,
                    rate,
                    warmUp,
                    maxTokens,
                    TrainLora.of(how),
                    how.recompute,
                    how.seed,
                    how.every));
    Path model;
    try (TrainPace pace = new TrainPace(terminal, "sft", "step", "loss")) {
      model = SftJob.run(folder, spec, how.threads(), pace);
    }
    print(JsonFile.readLines(folder.resolve("metrics.jsonl"), SftMetrics.class), model);
    return Session.DONE;
  }

  private void print(List<SftMetrics> metrics, Path model) {
    double first = metrics.getFirst().loss();
    double last = metrics.getLast().loss();
    if (how.json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("steps", metrics.size());
      fields.put("firstLoss", first);
      fields.put("lastLoss", last);
      fields.put("model", model.toString());
      terminal.out().println(Json.line(fields));
      return;
    }
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%d steps: loss %.4f at the first, %.4f at the last.%nModel: %s (use it with --model local:%s)%n",
            metrics.size(),
            first,
            last,
            model,
            model);
  }
}
