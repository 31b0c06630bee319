package dev.rapport.cli;

import dev.rapport.data.build.CheckReport;
import dev.rapport.data.build.DatasetCheck;
import dev.rapport.data.build.Finding;
import dev.rapport.tokens.TokenCounters;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a data set. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a data set in PersonaMem-v2's layout, built here or published: its tables can be"
          + " read, links lead to files, related conversations are in their histories, right"
          + " answers are among the options, token counts are right, twins belong together, and"
          + " no persona is in two splits (a fault where it was built here, else a note).",
      "",
      "Exit status: 0 sound, 1 at fault, 2 wrong usage."
    },
    footer = {
      "",
      "Examples:",
      "  rapport data validate sample-32k",
      "  rapport data validate ~/personamem-v2 --json"
    })
final class DataValidate implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "DIR", description = "The data set's folder.")
  private Path folder = Path.of("");

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  private boolean json;

  DataValidate(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path root = terminal.workingFolder().resolve(folder);
    ProgressLine progress = new ProgressLine(terminal, InstantSource.system(), "checking");
    CheckReport report = DatasetCheck.of(root, TokenCounters.o200k(), progress::update);
    progress.finish();
    if (json) {
      terminal.out().println(Json.line(report));
    } else {
      tell(report);
    }
    terminal.out().flush();
    return report.isSound() ? Session.DONE : Session.FAILED;
  }

  private void tell(CheckReport report) {
    for (Finding finding : report.findings()) {
      terminal
          .out()
          .println(
              "%s: %s: %s"
                  .formatted(finding.fault() ? "fault" : "note", finding.place(), finding.what()));
    }
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%d tables, %,d rows, %,d histories: %s%n",
            report.tables(),
            report.rows(),
            report.histories(),
            report.isSound() ? "sound." : "%,d faults.".formatted(report.faults()));
  }
}
