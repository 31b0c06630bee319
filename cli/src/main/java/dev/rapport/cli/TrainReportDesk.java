package dev.rapport.cli;

import dev.rapport.train.job.RunReport;
import java.nio.file.Path;
import java.util.Map;

/** Makes a run's report; apart from its command, which any JDK loads. */
final class TrainReportDesk {
  private final Terminal terminal;

  TrainReportDesk(Terminal terminal) {
    this.terminal = terminal;
  }

  int run(String run, boolean json) {
    Path report = RunReport.write(TrainPlaces.absolute(terminal, run));
    terminal
        .out()
        .println(json ? Json.line(Map.of("report", report.toString())) : "Report: " + report);
    return Session.DONE;
  }
}
