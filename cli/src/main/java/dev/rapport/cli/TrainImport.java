package dev.rapport.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes the model a job left. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Copies the model of a job's newest checkpoint into a folder of its own, and looks whether it"
          + " is whole: that its weights are all there, in the shapes its config.json says."
    },
    footer = {"", "Examples:", "  rapport train import --job job --out models/people"})
final class TrainImport implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--job",
      required = true,
      paramLabel = "DIR",
      description = "The folder that \"train export\" wrote, after its job is done.")
  private String job = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The model's folder; empty or not there yet.")
  private String out = "";

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  private boolean json;

  TrainImport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TrainJdk.require();
    return new TrainImportDesk(terminal, json).run(job, out);
  }
}
