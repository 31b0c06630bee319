package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.bench.compare.Comparison;
import dev.rapport.bench.compare.NamedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares runs over the same questions. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compares runs over the same data: accuracy of each, the first against each other one question"
          + " by question with intervals clustered by person, and where they disagree. Runs of the"
          + " page with different caps give accuracy against page budget."
    },
    footer = {
      "",
      "Examples:",
      "  rapport bench compare runs/nomemory runs/page runs/rag",
      "  rapport bench compare runs/page-512 runs/page-1k runs/page-2k --out compared",
      "  rapport bench compare runs/a runs/b --json"
    })
final class BenchCompare implements Callable<Integer> {
  private static final int DONE = 0;

  private final Terminal terminal;

  @Parameters(
      arity = "2..*",
      paramLabel = "RUN",
      description = "Folders of two or more runs; the first is compared with each other one.")
  private List<String> folders = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write compare.json, compare.md and compare.html there.")
  @Nullable String out;

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  private boolean json;

  BenchCompare(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<NamedRun> runs = new ArrayList<>();
    for (String folder : folders) {
      if (runs.stream().anyMatch(run -> run.name().equals(folder))) {
        throw new UsageException("run \"%s\" is given twice".formatted(folder));
      }
      BenchReading run = BenchReading.of(terminal.workingFolder().resolve(folder));
      runs.add(new NamedRun(folder, run.records()));
    }
    Comparison comparison = compared(runs);
    String target = out;
    if (target != null) {
      write(comparison, terminal.workingFolder().resolve(target));
    }
    terminal.out().print(json ? comparison.json() : comparison.markdown());
    terminal.out().flush();
    return DONE;
  }

  private static Comparison compared(List<NamedRun> runs) {
    try {
      return Comparison.of(runs);
    } catch (IllegalArgumentException e) {
      throw new FailedException(String.valueOf(e.getMessage()));
    }
  }

  private void write(Comparison comparison, Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("compare.json"), comparison.json(), UTF_8);
      Files.writeString(folder.resolve("compare.md"), comparison.markdown(), UTF_8);
      Files.writeString(folder.resolve("compare.html"), comparison.html(), UTF_8);
    } catch (IOException e) {
      throw new FailedException("%s cannot be written: %s".formatted(folder, e.getMessage()));
    }
    terminal.err().println("written to " + folder);
    terminal.err().flush();
  }
}
