package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.run.RunFolder;
import dev.rapport.bench.run.RunSpec;
import dev.rapport.bench.run.Stage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a run. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = {
      "Goes on with a run that was stopped or killed, as its spec.json says. What is in its folder"
          + " is not done again and no reply that was paid for is asked for twice; the end is the"
          + " same, byte for byte, as if nothing had happened."
    },
    footer = {
      "",
      "Examples:",
      "  rapport bench resume runs/page",
      "  rapport bench resume runs/page --retry-failed",
      "  rapport bench resume runs/page --from verdicts"
    })
final class BenchResume implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "DIR", description = "The run's folder.")
  private String folder = "";

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where the data set is now, if it was moved.")
  @Nullable String data;

  @Option(
      names = "--from",
      paramLabel = "STAGE",
      description = "Redo from here: pages, answers or verdicts.")
  @Nullable String from;

  @Mixin private BenchPace pace = new BenchPace();

  BenchResume(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path place = terminal.workingFolder().resolve(folder);
    RunFolder run = RunFolder.at(place);
    RunSpec spec = run.spec();
    String moved = data;
    Path source = moved == null ? run.data() : terminal.workingFolder().resolve(moved);
    Dataset dataset = run.dataset(source.toAbsolutePath().normalize());
    Settings settings = pace.settings(terminal, "none", "none");
    String named = from;
    @Nullable Stage stage = named == null ? null : BenchNames.choice("--from", named, Stage.class);
    return new BenchDesk(terminal, settings, pace).run(spec, dataset, source, place, stage);
  }
}
