package dev.rapport.cli;

import dev.rapport.train.mini.MiniReport;
import dev.rapport.train.mini.MiniResult;
import dev.rapport.train.mini.MiniRun;
import dev.rapport.train.mini.MiniSpec;
import dev.rapport.train.report.Interval;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs the miniature and prints what came of it; apart from its command, which any JDK loads. */
final class TrainMiniDesk {
  private final Terminal terminal;
  private final TrainEngine engine;
  private final boolean json;

  TrainMiniDesk(Terminal terminal, TrainEngine engine, boolean json) {
    this.terminal = terminal;
    this.engine = engine;
    this.json = json;
  }

  int run(Path folder, TrainMini.Wanted wanted) {
    MiniSpec spec = spec(wanted);
    var progress = new TrainProgress(terminal);
    List<MiniResult> results =
        MiniRun.run(folder, spec, TrainEngines.source(engine), progress::mini);
    progress.finish();
    print(results, MiniReport.write(folder, spec, results, command(spec, wanted)));
    return 0;
  }

  private MiniSpec spec(TrainMini.Wanted wanted) {
    MiniSpec preset = wanted.small() || wanted.quick() ? MiniSpec.SMALL : MiniSpec.DEFAULT;
    MiniSpec spec =
        preset
            .withSeeds(wanted.seed(), wanted.seeds() == 0 ? preset.seeds() : wanted.seeds())
            .withSteps(wanted.steps() == 0 ? preset.steps() : wanted.steps())
            .withEngine(engine.name());
    return wanted.quick() ? spec.quick() : spec;
  }

  private String command(MiniSpec spec, TrainMini.Wanted wanted) {
    var words = new StringBuilder("./rapport train mini");
    words.append(wanted.small() ? " --small" : "").append(wanted.quick() ? " --quick" : "");
    words.append(" --seed ").append(spec.seed()).append(" --seeds ").append(spec.seeds());
    if (wanted.steps() > 0) {
      words.append(" --steps ").append(wanted.steps());
    }
    if (!engine.name().equals("java")) {
      words.append(" --engine ").append(engine.name());
    }
    return words.toString();
  }

  private void print(List<MiniResult> results, Path report) {
    PrintWriter out = terminal.out();
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      for (MiniResult.Outcome outcome : results.getFirst().outcomes()) {
        Interval interval = MiniReport.interval(results, outcome.name());
        Map<String, Object> accuracy = new LinkedHashMap<>();
        accuracy.put("mean", interval.mean());
        accuracy.put("low", interval.low());
        accuracy.put("high", interval.high());
        fields.put(outcome.name(), accuracy);
      }
      fields.put("blank", results.stream().mapToDouble(MiniResult::blank).average().orElse(0));
      fields.put("seeds", results.stream().map(MiniResult::seed).toList());
      fields.put("report", report.toString());
      out.println(Json.line(fields));
      out.flush();
      return;
    }
    out.println("Test accuracy, mean over seeds and its 95 % interval:");
    for (MiniResult.Outcome outcome : results.getFirst().outcomes()) {
      Interval interval = MiniReport.interval(results, outcome.name());
      out.println(
          String.format(
              Locale.ROOT,
              "  %-40s %5.1f %%  (%.1f to %.1f)",
              outcome.title(),
              interval.mean() * 100,
              interval.low() * 100,
              interval.high() * 100));
    }
    out.println("Report: " + report);
    out.flush();
  }
}
