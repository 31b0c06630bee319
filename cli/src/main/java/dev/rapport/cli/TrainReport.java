package dev.rapport.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the report of a run anew. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Makes report.html of a run of SFT or GRPO anew from what its folder holds: curves, the"
            + " frozen spec, pages to be read. The run may still go on, or have been stopped; it"
            + " writes the same report itself now and then, and at its end.",
    footer = {"", "Examples:", "  rapport train report --run runs/page"})
final class TrainReport implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--run", required = true, paramLabel = "RUN", description = "The run's folder.")
  private String run = "";

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  private boolean json;

  TrainReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TrainJdk.require();
    return new TrainReportDesk(terminal).run(run, json);
  }
}
