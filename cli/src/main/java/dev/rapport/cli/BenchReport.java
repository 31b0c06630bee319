package dev.rapport.cli;

import dev.rapport.bench.report.Report;
import dev.rapport.bench.score.Estimate;
import dev.rapport.bench.score.ModeScores;
import dev.rapport.bench.score.Scores;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a run's report. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Counts a run and writes report.json, report.md, report.csv and report.html into its folder."
          + " No model is called; the same run gives the same bytes.",
      "",
      "Beside the run stands what the same answerer scores with an empty page: the run named by"
          + " --baseline, or else what the run answered without memory itself (it does where"
          + " answering is free), or a nomemory run of the same data, seed and answer model in a"
          + " folder beside this one."
    },
    footer = {
      "",
      "Examples:",
      "  rapport bench report runs/page",
      "  rapport bench report runs/page --baseline runs/nomemory",
      "  rapport bench report runs/page --json"
    })
final class BenchReport implements Callable<Integer> {
  private static final int DONE = 0;

  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", description = "The run's folder.")
  private String folder = "";

  @Option(
      names = "--baseline",
      paramLabel = "DIR",
      description = "A run of the strategy nomemory with the same data and answer model.")
  @Nullable String baseline;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where the data set is now, if it was moved.")
  @Nullable String data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the files go. Default: the run's folder.")
  @Nullable String out;

  @Option(names = "--json", description = "Print report.json on stdout too.")
  private boolean json;

  BenchReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    BenchReading run = BenchReading.of(terminal.workingFolder().resolve(folder));
    String moved = data;
    if (moved != null) {
      run = run.over(terminal.workingFolder().resolve(moved));
    }
    String named = baseline;
    Optional<BenchReading> without =
        named == null
            ? run.baseline()
            : Optional.of(BenchReading.of(terminal.workingFolder().resolve(named)));
    Report report = Report.of(without.isPresent() ? run.records(without.get()) : run.records());
    String elsewhere = out;
    Path target = elsewhere == null ? run.path() : terminal.workingFolder().resolve(elsewhere);
    List<Path> files = report.write(target, run.data());
    without.ifPresent(it -> say("without memory: " + it.path()));
    if (json) {
      terminal.out().print(report.json());
    } else {
      summary(report.scores());
      files.forEach(file -> terminal.out().println(file));
    }
    terminal.out().flush();
    return DONE;
  }

  private void summary(Scores scores) {
    for (ModeScores mode : scores.modes()) {
      Estimate e = mode.accuracy().answered();
      Estimate gain = mode.gain().gain();
      terminal
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%-7s %5.1f%%  (%.1f%% to %.1f%%, %d questions, %d people)%s",
                  mode.mode().name().toLowerCase(Locale.ROOT),
                  100 * e.value(),
                  100 * e.low(),
                  100 * e.high(),
                  e.questions(),
                  e.people(),
                  gain.isKnown()
                      ? String.format(
                          Locale.ROOT,
                          "  %+.1f points over an empty page (%+.1f to %+.1f)",
                          100 * gain.value(),
                          100 * gain.low(),
                          100 * gain.high())
                      : ""));
    }
    scores.warnings().forEach(warning -> say("note: " + warning));
  }

  private void say(String line) {
    terminal.err().println(line);
    terminal.err().flush();
  }
}
