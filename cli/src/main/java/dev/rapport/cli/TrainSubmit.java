package dev.rapport.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts an exported job. */
@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a job folder on a Ray cluster, over the Jobs REST interface of its dashboard, and"
          + " watches it until it is over. The folder must be visible from every node. The job runs"
          + " on when watching ends, with Ctrl-C too; \"train watch\" takes it up again, \"train"
          + " stop\" ends it."
    },
    footer = {
      "",
      "Examples:",
      "  rapport train submit --job job --ray http://127.0.0.1:8265",
      "  rapport train submit --job job --nodes-see /shared/job --id people-1 --detach --json"
    })
final class TrainSubmit implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TrainRay ray = new TrainRay();

  @Option(
      names = "--job",
      required = true,
      paramLabel = "DIR",
      description = "The folder that \"train export\" wrote.")
  private String job = "";

  @Option(
      names = "--nodes-see",
      paramLabel = "DIR",
      description = "The folder as the nodes see it. Default: as this machine does.")
  private @Nullable String seen;

  @Option(
      names = "--id",
      paramLabel = "NAME",
      description = "Of the job in Ray. Default: made of the folder's name and the time.")
  private @Nullable String id;

  @Option(names = "--detach", description = "Do not watch; say the job's id.")
  private boolean detach;

  TrainSubmit(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TrainJdk.require();
    return new TrainRayDesk(terminal, ray).submit(job, seen, id, detach);
  }
}
