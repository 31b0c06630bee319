package dev.rapport.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a submitted job. */
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = "Ends a job on a Ray cluster; its checkpoints stay.",
    footer = {"", "Examples:", "  rapport train stop people-1"})
final class TrainStop implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TrainRay ray = new TrainRay();

  @Parameters(paramLabel = "ID", description = "The job's name in Ray.")
  private String id = "";

  TrainStop(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TrainJdk.require();
    return new TrainRayDesk(terminal, ray).stop(id);
  }
}
