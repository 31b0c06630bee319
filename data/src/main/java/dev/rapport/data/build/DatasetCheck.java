package dev.rapport.data.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.data.DatasetException;
import dev.rapport.data.internal.TextFile;
import dev.rapport.data.personamem.BenchmarkRow;
import dev.rapport.data.personamem.BenchmarkTable;
import dev.rapport.text.TokenCounter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Checks a folder in PersonaMem-v2's layout, built here or published: tables read, links lead to
 * files, related conversations are in their histories, right answers are among the options, token
 * counts are right, twins belong together, and no persona is in two splits.
 */
public final class DatasetCheck {
  private static final List<String> FOLDERS =
      List.of(
          "benchmark/text",
          "benchmark/multimodal",
          "data/benchmark/text",
          "data/benchmark/multimodal");
  private static final List<String> TABLES =
      List.of("benchmark.csv", "train.csv", "val.csv", "twins.csv");

  private final Path root;
  private final Findings findings = new Findings();
  private final TwinCheck twins = new TwinCheck();
  private final Map<Integer, Path> splits = new HashMap<>();
  private final RowCheck rowCheck;
  private final boolean builtHere;
  private long rows;

  private DatasetCheck(Path root, TokenCounter counter) {
    this.root = root;
    Path about = root.resolve(Layout.ABOUT);
    this.builtHere = Files.exists(about);
    this.rowCheck = new RowCheck(root, counter, findings, builtHere ? budget(about) : 0);
  }

  /**
   * @param counter the published files are counted with o200k
   * @throws DatasetException if the folder holds no table
   */
  public static CheckReport of(Path root, TokenCounter counter, BuildProgress progress) {
    return new DatasetCheck(root, counter).run(progress);
  }

  private static long budget(Path about) {
    try {
      return new ObjectMapper().readTree(TextFile.read(about)).path("contextTokens").asLong();
    } catch (JsonProcessingException e) {
      throw new DatasetException(
          "%s is broken JSON. Build the data set again.".formatted(about), e);
    }
  }

  private CheckReport run(BuildProgress progress) {
    List<Path> tables = tables();
    if (tables.isEmpty()) {
      throw new DatasetException(
          "%s holds no table such as %s. Give the folder of a data set in PersonaMem-v2's layout."
              .formatted(root, Layout.BENCHMARK));
    }
    int done = 0;
    for (Path table : tables) {
      check(table, progress, done++, tables.size());
    }
    twins.finish(findings);
    return findings.report(tables.size(), rows, rowCheck.histories());
  }

  private List<Path> tables() {
    List<Path> tables = new ArrayList<>();
    for (String folder : FOLDERS) {
      TABLES.stream()
          .map(name -> root.resolve(folder).resolve(name))
          .filter(Files::exists)
          .forEach(tables::add);
    }
    return tables;
  }

  private void check(Path table, BuildProgress progress, int done, int all) {
    boolean isSplit = !table.endsWith("twins.csv");
    try (BenchmarkTable reader = BenchmarkTable.open(table)) {
      while (reader.hasNext()) {
        BenchmarkRow row = reader.next();
        rows++;
        progress.update(done, all, "%s, row %d".formatted(table.getFileName(), rows));
        rowCheck.check(reader.place(), row);
        if (TwinCheck.isTwin(row)) {
          twins.add(reader.place(), row, rowCheck.rest(row));
        }
        if (isSplit) {
          split(reader.place(), row, table);
        }
      }
    } catch (DatasetException e) {
      findings.fault(table.toString(), String.valueOf(e.getMessage()));
    }
  }

  private void split(String place, BenchmarkRow row, Path table) {
    Path first = splits.putIfAbsent(row.personaId(), table);
    if (first == null
        || first.equals(table)
        || !Objects.equals(first.getParent(), table.getParent())) {
      return;
    }
    String what = "persona %d is in %s, too".formatted(row.personaId(), first.getFileName());
    if (builtHere) {
      findings.fault(place, what);
    } else {
      findings.note(place, what);
    }
  }
}
