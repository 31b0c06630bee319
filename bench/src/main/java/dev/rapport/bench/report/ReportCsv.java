package dev.rapport.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.score.RunRecords;
import dev.rapport.data.personamem.BenchmarkRow;
import dev.rapport.data.personamem.BenchmarkTable;
import dev.rapport.data.personamem.BenchmarkWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Answers as a table. For PersonaMem-v2, the 27 columns of its table and the result columns of the
 * published evaluation under their names ({@code model_response_mcq_32k}, ...), so that notebooks
 * made for it work; for other data sets, ids and labels in place of the 27.
 */
final class ReportCsv {
  private static final String PERSONAMEM = "personamem-v2";

  private final RunRecords run;
  private final ResultColumns results;

  private ReportCsv(RunRecords run) {
    this.run = run;
    this.results = ResultColumns.of(run);
  }

  static ReportCsv of(RunRecords run) {
    return new ReportCsv(run);
  }

  void write(Path file, Path data) throws IOException {
    Path table = table(data);
    if (run.spec().dataset().equals(PERSONAMEM) && Files.isRegularFile(table)) {
      official(file, table);
    } else {
      Files.writeString(file, labelled(), UTF_8);
    }
  }

  private Path table(Path data) {
    String below =
        "benchmark/%s/%s.csv"
            .formatted(
                run.spec().settings().getOrDefault("modality", "text"),
                run.spec().settings().getOrDefault("split", "benchmark"));
    Path nested = data.resolve("data").resolve(below);
    return Files.isRegularFile(nested) ? nested : data.resolve(below);
  }

  /** Rows of the table that the run asked, in the table's order. */
  private void official(Path file, Path table) {
    String split = run.spec().settings().getOrDefault("split", "benchmark");
    try (BenchmarkTable rows = BenchmarkTable.open(table)) {
      BenchmarkWriter writer = null;
      while (rows.hasNext()) {
        BenchmarkRow row = rows.next();
        if (writer == null) {
          List<String> extra = new ArrayList<>(row.extra().keySet());
          extra.addAll(results.names());
          writer = BenchmarkWriter.to(file, extra);
        }
        String question = split + "/" + (rows.rowNumber() - 1);
        if (results.has(question)) {
          SequencedMap<String, String> extra = new LinkedHashMap<>(row.extra());
          extra.putAll(results.of(question));
          writer.write(row.withExtra(extra));
        }
      }
      if (writer != null) {
        writer.close();
      }
    }
  }

  private String labelled() {
    Set<String> axes = new LinkedHashSet<>();
    run.questions().forEach(question -> axes.addAll(question.labels().values().keySet()));
    StringBuilder csv = new StringBuilder();
    List<String> head = new ArrayList<>(List.of("question", "person", "history", "twins"));
    head.addAll(axes);
    head.addAll(List.of("user_query", "correct_answer", "preference"));
    head.addAll(results.names());
    add(csv, head);
    run.questions().stream()
        .filter(question -> results.has(question.id()))
        .forEach(question -> add(csv, cells(question, axes)));
    return csv.toString();
  }

  private List<String> cells(Question question, Set<String> axes) {
    List<String> cells = new ArrayList<>();
    cells.addAll(List.of(question.id(), question.person(), question.history(), question.twins()));
    axes.forEach(axis -> cells.add(question.labels().get(axis)));
    cells.add(question.asked().query().text());
    cells.add(question.gold().answer());
    cells.add(question.gold().preference());
    Map<String, String> result = results.of(question.id());
    results.names().forEach(column -> cells.add(result.getOrDefault(column, "")));
    return cells;
  }

  private static void add(StringBuilder csv, List<String> cells) {
    csv.append(String.join(",", cells.stream().map(ReportCsv::cell).toList())).append('\n');
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
