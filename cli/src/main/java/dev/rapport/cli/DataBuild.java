package dev.rapport.cli;

import dev.rapport.data.build.BuildReport;
import dev.rapport.data.build.BuildSpec;
import dev.rapport.data.build.DatasetBuild;
import dev.rapport.data.build.PersonaFiles;
import dev.rapport.data.sample.Filler;
import dev.rapport.data.sample.SamplePersonas;
import dev.rapport.tokens.TokenCounters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a data set in the official layout. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = {
      "Builds a data set in PersonaMem-v2's layout: raw personas, chat histories padded with"
          + " neutral dialogues to a size, tables of questions split by persona, and"
          + " counterfactual twins.",
      "",
      "Conversations stay whole. Updates come after what they change, and a request to forget"
          + " right after what it is about; otherwise the seed decides. No history is above its"
          + " size. The same input and seed give the same bytes."
    },
    footer = {
      "",
      "Examples:",
      "  rapport data build --out sample-32k",
      "  rapport data build --context-tokens 8000,16000,32000 --out sample    (sample/8k, ...)",
      "  rapport data build --personas data/raw_data --context-tokens 128000 --out mine --seed 7"
    })
final class DataBuild implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--personas",
      paramLabel = "DIR",
      description =
          "Sample personas (p01.json, ...) or PersonaMem-v2's raw persona files"
              + " (raw_data_..._persona0.json, ...). Default: the 32 that come with Rapport.")
  private List<Path> personas = new ArrayList<>();

  @Option(
      names = "--fillers",
      paramLabel = "FILE",
      description = "Neutral dialogues to pad with. Default: the 60 that come with Rapport.")
  private List<Path> fillers = new ArrayList<>();

  @Option(
      names = "--context-tokens",
      paramLabel = "N",
      split = ",",
      description =
          "Most tokens of a history (o200k, contents alone). Several sizes are built each into a"
              + " folder of its own in the one given. Default: 32000.")
  private List<Integer> contextTokens = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where to: a folder that is empty or not there yet.")
  private Path out = Path.of("");

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 42;

  @Option(names = "--force", description = "Replace a data set that was built there before.")
  private boolean force;

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  private boolean json;

  DataBuild(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<BuildSpec> specs = specs();
    DatasetBuild build = DatasetBuild.of(source(), neutral(), TokenCounters.o200k());
    List<Result> results = new ArrayList<>();
    for (BuildSpec spec : specs) {
      Path folder = terminal.workingFolder().resolve(out);
      if (specs.size() > 1) {
        folder = folder.resolve(spec.size());
      }
      ProgressLine progress =
          new ProgressLine(terminal, InstantSource.system(), "building " + spec.size());
      BuildReport report = build.run(spec, folder, force, progress::update);
      progress.finish();
      results.add(new Result(folder.toString(), report));
      if (!json) {
        tell(folder, report);
      }
    }
    if (json) {
      terminal.out().println(Json.line(results));
    }
    terminal.out().flush();
    return Session.DONE;
  }

  private List<BuildSpec> specs() {
    List<Integer> sizes = contextTokens.isEmpty() ? List.of(32_000) : contextTokens;
    try {
      return new LinkedHashSet<>(sizes).stream().map(size -> new BuildSpec(size, seed)).toList();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private PersonaFiles source() {
    if (personas.isEmpty()) {
      return PersonaFiles.shipped();
    }
    Path folder = terminal.workingFolder().resolve(personas.getLast());
    if (!Files.isDirectory(folder)) {
      throw new UsageException("--personas %s is no folder; give one".formatted(folder));
    }
    return PersonaFiles.in(folder);
  }

  private List<Filler> neutral() {
    return fillers.isEmpty()
        ? SamplePersonas.shipped().fillers()
        : SamplePersonas.fillersIn(terminal.workingFolder().resolve(fillers.getLast()));
  }

  private void tell(Path folder, BuildReport report) {
    StringBuilder splits = new StringBuilder();
    report
        .questions()
        .forEach(
            (split, questions) ->
                splits.append(
                    "%s %d people, %d questions; "
                        .formatted(split, report.personas().getOrDefault(split, 0), questions)));
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%s: %s%d sets of twins; %d histories of %,d to %,d tokens, of at most %,d.%n",
            folder,
            splits,
            report.twinSets(),
            report.histories(),
            report.shortestHistory(),
            report.longestHistory(),
            report.contextTokens());
    if (report.conversationsLeftOut() > 0) {
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%,d conversations that no question needs found no room.%n",
              report.conversationsLeftOut());
    }
    if (report.repeatedFillers() > 0) {
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%,d times a filler stands in a history again; more of them would avoid it.%n",
              report.repeatedFillers());
    }
  }

  /** The machine form of one size; scripts rely on it, so it only grows at the end. */
  record Result(String out, BuildReport dataset) {}
}
