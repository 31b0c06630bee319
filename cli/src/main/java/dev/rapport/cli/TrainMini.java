package dev.rapport.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The paper's experiment in small. */
@Command(
    name = "mini",
    mixinStandardHelpOptions = true,
    description = {
      "Trains a tiny model from random weights to keep a page: in a generated world, by examples"
          + " and then by reinforcement from answers alone, over full histories, over pages, and as"
          + " a control over pages that get no credit. Needs no network and no graphics card.",
      "",
      "The folder given with --out holds the run: spec.json, metrics and checkpoints of every"
          + " stage, results.json and report.html. Run the same command again and it goes on where"
          + " it was stopped or killed, to the same results."
    },
    footer = {
      "",
      "Examples:",
      "  rapport train mini --out mini",
      "  rapport train mini --small --seed 7 --seeds 1 --out mini-7",
      "  rapport train mini --quick --out try"
    })
final class TrainMini implements Callable<Integer> {
  /**
   * What of the preset is to be otherwise.
   *
   * @param seeds 0 for the preset's
   * @param steps likewise
   */
  record Wanted(long seed, int seeds, int steps, boolean small, boolean quick) {}

  private final Terminal terminal;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run's folder; made if need be. Default: ${DEFAULT-VALUE}.")
  private String out = "train-mini";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The first seed. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description =
          "How often everything is done anew, world and weights included. Default: 3; with --small,"
              + " 5.")
  private @Nullable Integer seeds;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Steps of GRPO in each arm. Default, and 0: 100; with --small, 200.")
  private int steps;

  @Option(
      names = "--small",
      description = "86,400 parameters instead of 2.6 million: minutes on one core.")
  private boolean small;

  @Option(names = "--quick", description = "See all parts run in seconds; nothing is learned.")
  private boolean quick;

  @Mixin private TrainEngine engine = new TrainEngine();

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  private boolean json;

  TrainMini(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TrainJdk.require();
    if ((seeds != null && seeds < 1) || steps < 0) {
      throw new UsageException(
          "--seeds %s must be 1 or more, --steps %d 0 or more".formatted(seeds, steps));
    }
    Path folder = terminal.workingFolder().resolve(out);
    Wanted wanted = new Wanted(seed, seeds == null ? 0 : seeds, steps, small, quick);
    return new TrainMiniDesk(terminal, engine, json).run(folder, wanted);
  }
}
