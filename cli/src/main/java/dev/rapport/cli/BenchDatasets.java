package dev.rapport.cli;

import dev.rapport.bench.dataset.DatasetCheck;
import dev.rapport.bench.dataset.DatasetCheck.PartCheck;
import dev.rapport.bench.dataset.DatasetInfo;
import dev.rapport.bench.dataset.Datasets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells which data sets can be read, where to get them, and whether a folder is in order. */
@Command(
    name = "datasets",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the data sets that can be read: paper, licence, where to get them, expected files.",
      "With --check, reads a folder from end to end and tells what is there, what is missing and"
          + " what to do about it; exit status 1 if it cannot be used."
    },
    footer = {
      "",
      "Examples:",
      "  rapport bench datasets",
      "  rapport bench datasets --check locomo:data/locomo",
      "  rapport bench datasets --check personamem-v2:data/personamem --json"
    })
final class BenchDatasets implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int FAILED = 1;

  private final Terminal terminal;

  @Option(
      names = "--check",
      paramLabel = "NAME:FOLDER",
      description = "A data set and where it is; may be given several times.")
  private List<String> checks = new ArrayList<>();

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  private boolean json;

  BenchDatasets(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    int status = DONE;
    if (checks.isEmpty()) {
      Datasets.catalogue().forEach(this::show);
    }
    for (String spec : checks) {
      DatasetCheck check = check(spec);
      show(check);
      status = check.isUsable() ? status : FAILED;
    }
    terminal.out().flush();
    return status;
  }

  private DatasetCheck check(String spec) {
    int colon = spec.indexOf(':');
    String path = spec.substring(colon + 1);
    try {
      // A relative folder is meant from where the command was typed.
      return Datasets.check(
          colon < 0 || path.isBlank()
              ? spec
              : spec.substring(0, colon + 1) + terminal.workingFolder().resolve(Path.of(path)));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private void show(DatasetInfo info) {
    if (json) {
      print(Json.line(described(info)));
      return;
    }
    print("%s  (%s)".formatted(info.name(), info.title()));
    print("  paper    " + info.paper());
    print("  licence  " + info.licence());
    print("  get it   " + info.source());
    info.files().forEach(file -> print("  file     " + file));
    print("");
  }

  private void show(DatasetCheck check) {
    if (json) {
      print(Json.line(described(check)));
      return;
    }
    print("%s  %s".formatted(check.info().name(), check.isUsable() ? "in order" : "not in order"));
    for (PartCheck part : check.parts()) {
      print("  " + counted(part));
      part.problems().forEach(problem -> print("    ! " + problem));
      part.notes().forEach(note -> print("    note: " + note));
    }
    if (!check.parts().isEmpty() && !check.absent().isEmpty()) {
      print("  not there: " + String.join("; ", check.absent()));
    }
    check.problems().forEach(problem -> print("  ! " + problem));
  }

  private static String counted(PartCheck part) {
    String published =
        part.published() == 0 || part.published() == part.questions()
            ? ""
            : " (%,d as published)".formatted(part.published());
    return "%-28s %,d questions%s, %,d people, %,d histories, %,d messages, version %s"
        .formatted(
            part.name(),
            part.questions(),
            published,
            part.people(),
            part.histories(),
            part.messages(),
            part.version().isEmpty() ? "-" : part.version());
  }

  private static Map<String, Object> described(DatasetInfo info) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", info.name());
    fields.put("title", info.title());
    fields.put("paper", info.paper());
    fields.put("licence", info.licence());
    fields.put("source", info.source());
    fields.put("files", info.files());
    return fields;
  }

  private static Map<String, Object> described(DatasetCheck check) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", check.info().name());
    fields.put("usable", check.isUsable());
    fields.put("parts", check.parts().stream().map(BenchDatasets::described).toList());
    fields.put("absent", check.absent());
    fields.put("problems", check.problems());
    return fields;
  }

  private static Map<String, Object> described(PartCheck part) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("part", part.name());
    fields.put("version", part.version());
    fields.put("questions", part.questions());
    fields.put("published", part.published());
    fields.put("people", part.people());
    fields.put("histories", part.histories());
    fields.put("messages", part.messages());
    fields.put("problems", part.problems());
    fields.put("notes", part.notes());
    return fields;
  }

  private void print(String line) {
    terminal.out().println(line);
  }
}
