package dev.rapport.bench.report;

import dev.rapport.bench.dataset.Labels;
import dev.rapport.bench.run.AnswerRecord.Outcome;
import dev.rapport.bench.run.Mode;
import dev.rapport.bench.run.VerdictRecord.Vote;
import dev.rapport.bench.score.RunRecords;
import dev.rapport.bench.score.Trial;
import dev.rapport.bench.score.Trials;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers and verdicts under the names of the published evaluation's columns, by question, every
 * question with the same ones.
 */
final class ResultColumns {
  private final SequencedMap<String, Map<String, String>> byQuestion;

  private ResultColumns(SequencedMap<String, Map<String, String>> byQuestion) {
    this.byQuestion = byQuestion;
  }

  static ResultColumns of(RunRecords run) {
    List<Trial> choices = Trials.of(run, Mode.CHOICE);
    List<Trial> open = Trials.of(run, Mode.OPEN);
    SequencedMap<String, Map<String, String>> results = new LinkedHashMap<>();
    Stream.concat(choices.stream(), open.stream())
        .forEach(trial -> results.computeIfAbsent(trial.question().id(), id -> blank(size(trial))));
    choices.forEach(trial -> choice(trial, results.getOrDefault(trial.question().id(), Map.of())));
    open.forEach(trial -> reply(trial, results.getOrDefault(trial.question().id(), Map.of())));
    return new ResultColumns(results);
  }

  /** In the order in which they are written. */
  List<String> names() {
    Set<String> columns = new LinkedHashSet<>();
    byQuestion.values().forEach(result -> columns.addAll(result.keySet()));
    return List.copyOf(columns);
  }

  boolean has(String question) {
    return byQuestion.containsKey(question);
  }

  /** Cells by column; empty for a question that was not asked. */
  Map<String, String> of(String question) {
    return byQuestion.getOrDefault(question, Map.of());
  }

  private static Map<String, String> blank(String size) {
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
        String.join("\n", trial.verdict().votes().stream().map(ResultColumns::vote).toList()));
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
}
