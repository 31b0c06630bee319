package dev.rapport.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.bench.dataset.Labels;
import dev.rapport.bench.run.AnswerRecord.Outcome;
import dev.rapport.bench.run.Mode;
import dev.rapport.bench.run.VerdictRecord.Vote;
import dev.rapport.bench.score.RunRecords;
import dev.rapport.bench.score.Trial;
import dev.rapport.bench.score.Trials;
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
import java.util.stream.Stream;

/**
 * Answers as a table. For PersonaMem-v2, the 27 columns of its table and the result columns of the
 * published evaluation under their names ({@code model_response_mcq_32k}, ...), so that notebooks
 * made for it work; for other data sets, ids and labels in place of the 27.
 */
final class ReportCsv {
  private static final String PERSONAMEM = "personamem-v2";

  private final RunRecords run;
  private final List<Trial> choices;
  private final List<Trial> open;

  private ReportCsv(RunRecords run) {
    this.run = run;
    this.choices = Trials.of(run, Mode.CHOICE);
    this.open = Trials.of(run, Mode.OPEN);
  }

  static ReportCsv of(RunRecords run) {
    return new ReportCsv(run);
  }

  void write(Path file, Path data) throws IOException {
    Map<String, Map<String, String>> results = results();
    Path table = table(data);
    if (run.spec().dataset().equals(PERSONAMEM) && Files.isRegularFile(table)) {
      official(file, table, results);
    } else {
      Files.writeString(file, labelled(results), UTF_8);
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
  private void official(Path file, Path table, Map<String, Map<String, String>> results) {
    String split = run.spec().settings().getOrDefault("split", "benchmark");
    try (BenchmarkTable rows = BenchmarkTable.open(table)) {
      BenchmarkWriter writer = null;
      while (rows.hasNext()) {
        BenchmarkRow row = rows.next();
        if (writer == null) {
          List<String> extra = new ArrayList<>(row.extra().keySet());
          extra.addAll(columns(results));
          writer = BenchmarkWriter.to(file, extra);
        }
        Map<String, String> result = results.get(split + "/" + (rows.rowNumber() - 1));
        if (result != null) {
          SequencedMap<String, String> extra = new LinkedHashMap<>(row.extra());
          extra.putAll(result);
          writer.write(with(row, extra));
        }
      }
      if (writer != null) {
        writer.close();
      }
    }
  }

  private static BenchmarkRow with(BenchmarkRow row, SequencedMap<String, String> extra) {
    return new BenchmarkRow(
        row.personaId(),
        row.window32k(),
        row.window128k(),
        row.rawPersonaFile(),
        row.shortPersona(),
        row.expandedPersona(),
        row.userQuery(),
        row.correctAnswer(),
        row.incorrectAnswers(),
        row.topicQuery(),
        row.preference(),
        row.topicPreference(),
        row.conversationScenario(),
        row.prefType(),
        row.relatedConversationSnippet(),
        row.who(),
        row.updated(),
        row.prevPref(),
        row.sensitiveInfo(),
        extra);
  }

  private String labelled(Map<String, Map<String, String>> results) {
    Set<String> axes = new LinkedHashSet<>();
    run.questions().forEach(question -> axes.addAll(question.labels().values().keySet()));
    List<String> columns = columns(results);
    StringBuilder csv = new StringBuilder();
    List<String> head = new ArrayList<>(List.of("question", "person", "history", "twins"));
    head.addAll(axes);
    head.addAll(List.of("user_query", "correct_answer", "preference"));
    head.addAll(columns);
    add(csv, head);
    run.questions()
        .forEach(
            question -> {
              Map<String, String> result = results.get(question.id());
              if (result != null) {
                List<String> cells =
                    new ArrayList<>(
                        List.of(
                            question.id(),
                            question.person(),
                            question.history(),
                            question.twins()));
                axes.forEach(axis -> cells.add(question.labels().get(axis)));
                cells.add(question.asked().query().text());
                cells.add(question.gold().answer());
                cells.add(question.gold().preference());
                columns.forEach(column -> cells.add(result.getOrDefault(column, "")));
                add(csv, cells);
              }
            });
    return csv.toString();
  }

  private static List<String> columns(Map<String, Map<String, String>> results) {
    Set<String> columns = new LinkedHashSet<>();
    results.values().forEach(result -> columns.addAll(result.keySet()));
    return List.copyOf(columns);
  }

  /** Result columns by question, every question with the same ones. */
  private Map<String, Map<String, String>> results() {
    Map<String, Map<String, String>> results = new LinkedHashMap<>();
    Stream.concat(choices.stream(), open.stream())
        .forEach(trial -> results.computeIfAbsent(trial.question().id(), id -> blank(size(trial))));
    choices.forEach(trial -> choice(trial, results.getOrDefault(trial.question().id(), Map.of())));
    open.forEach(trial -> reply(trial, results.getOrDefault(trial.question().id(), Map.of())));
    return results;
  }

  private Map<String, String> blank(String size) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column :
        List.of(
            "model_response_mcq",
            "predicted_answer_mcq",
            "is_correct_mcq",
            "model_response_openended",
            "is_correct_openended")) {
      cells.put(column + size, "");
    }
    cells.put("is_correct_openended" + size + "_narrow", "");
    cells.put("judge_responses" + size + "_narrow", "");
    cells.put("is_correct_mcq" + size + "_nomemory", "");
    return cells;
  }

  private static void choice(Trial trial, Map<String, String> cells) {
    String size = size(trial);
    boolean failed = trial.answer().outcome() == Outcome.UNANSWERED;
    cells.put(
        "model_response_mcq" + size,
        failed ? "ERROR: " + trial.answer().cause() : trial.answer().reply());
    if (trial.answer().outcome() == Outcome.CHOSEN) {
      int shown = trial.answer().order().indexOf(trial.answer().option());
      cells.put("predicted_answer_mcq" + size, shown < 0 ? "" : Character.toString('A' + shown));
      cells.put("is_correct_mcq" + size, flag(trial.graded().isRight()));
    }
    if (trial.baseline().isScored()) {
      cells.put("is_correct_mcq" + size + "_nomemory", flag(trial.baseline().isRight()));
    }
  }

  private static void reply(Trial trial, Map<String, String> cells) {
    String size = size(trial);
    boolean failed = trial.answer().outcome() == Outcome.UNANSWERED;
    cells.put(
        "model_response_openended" + size,
        failed ? "ERROR: " + trial.answer().cause() : trial.answer().reply());
    if (trial.graded().isScored()) {
      cells.put("is_correct_openended" + size + "_narrow", Double.toString(trial.graded().score()));
    }
    cells.put(
        "judge_responses" + size + "_narrow",
        String.join("\n", trial.verdict().votes().stream().map(ReportCsv::vote).toList()));
  }

  private static String vote(Vote vote) {
    return vote.said() + ": " + vote.reason();
  }

  private static String size(Trial trial) {
    String size = trial.question().labels().get(Labels.SIZE);
    return size.isBlank() ? "" : "_" + size;
  }

  private static String flag(boolean value) {
    return value ? "True" : "False";
  }

  private static void add(StringBuilder csv, List<String> cells) {
    csv.append(String.join(",", cells.stream().map(ReportCsv::cell).toList())).append('\n');
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
