package dev.rapport.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Watches a submitted job. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = {
      "Watches a job on a Ray cluster until it is over: its step and reward, and what it says last"
          + " if it fails. Exit status 0 when it succeeded, 1 when it failed or was stopped."
    },
    footer = {"", "Examples:", "  rapport train watch people-1 --job job"})
final class TrainWatch implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TrainRay ray = new TrainRay();

  @Parameters(paramLabel = "ID", description = "The job's name in Ray.")
  private String id = "";

  @Option(
      names = "--job",
      paramLabel = "DIR",
      description = "Its folder, which tells how many steps it has. Default: not told.")
  private @Nullable String job;

  TrainWatch(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TrainJdk.require();
    return new TrainRayDesk(terminal, ray).watch(id, job);
  }
}
