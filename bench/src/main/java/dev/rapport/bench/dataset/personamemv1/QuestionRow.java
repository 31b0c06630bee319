package dev.rapport.bench.dataset.personamemv1;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.dataset.Gold;
import dev.rapport.bench.dataset.Labels;
import dev.rapport.bench.dataset.Question;
import dev.rapport.data.DatasetException;
import dev.rapport.data.personamem.PythonLiteral;
import dev.rapport.data.table.CsvRow;
import dev.rapport.memory.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of the table.
 *
 * @param context its shared context
 * @param end how many messages of it are the history
 */
record QuestionRow(Question question, String context, int end) {
  static final List<String> COLUMNS =
      List.of(
          "question_id",
          "question_type",
          "correct_answer",
          "all_options",
          "shared_context_id",
          "end_index_in_shared_context");

  private static final Pattern LABELLED = Pattern.compile("(?s)\\s*\\(([a-zA-Z])\\)\\s*(.*)");
  private static final Pattern WHOLE = Pattern.compile("([0-9]{1,9})(?:\\.0*)?");
  private static final Pattern LETTER = Pattern.compile("\\s*\\(?([a-zA-Z])\\)?\\s*");

  static QuestionRow read(CsvRow row, String size) {
    String context = row.text("shared_context_id").strip();
    int end = row.number("end_index_in_shared_context");
    List<String> labelled = options(row);
    String answer = right(row, labelled);
    // Blank ones and repeats cannot be told apart by a letter.
    List<String> options =
        labelled.stream()
            .map(QuestionRow::withoutLabel)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    if (options.size() < 2) {
      throw row.fault(
          "all_options", "has %d different texts".formatted(options.size()), "Give two or more.");
    }
    String history = "%s@%d".formatted(context, end);
    Question question =
        new Question(
            row.text("question_id").strip(),
            row.get("persona_id").isBlank() ? context : row.get("persona_id").strip(),
            history,
            "",
            new Asked(new Query(query(row)), options),
            new Gold(options.indexOf(answer), answer, "", "", Gold.Protocol.FACT, List.of()),
            labels(row, size));
    return new QuestionRow(question, context, end);
  }

  /** Early files call the column {@code question}. */
  private static String query(CsvRow row) {
    return row.get("question").isBlank()
        ? row.text("user_question_or_message")
        : row.get("question");
  }

  private static List<String> options(CsvRow row) {
    List<String> options = new ArrayList<>();
    try {
      PythonLiteral.parse(row.text("all_options")).forEach(text -> options.add(text.asText()));
    } catch (DatasetException e) {
      throw row.fault(
          "all_options",
          "is not a list of texts (%s)".formatted(e.getMessage()),
          "Write it as Python does: ['(a) ...', '(b) ...'].");
    }
    return options;
  }

  private static String right(CsvRow row, List<String> options) {
    Matcher letter = LETTER.matcher(row.text("correct_answer"));
    if (letter.matches()) {
      for (String option : options) {
        Matcher labelled = LABELLED.matcher(option);
        if (labelled.matches()
            && labelled.group(1).equalsIgnoreCase(letter.group(1))
            && !labelled.group(2).isBlank()) {
          return labelled.group(2).strip();
        }
      }
    }
    throw row.fault(
        "correct_answer",
        "\"%s\" is the label of none of all_options, or of a blank one"
            .formatted(row.get("correct_answer")),
        "Write (a), (b), ...");
  }

  private static String whole(String number) {
    Matcher digits = WHOLE.matcher(number);
    return digits.matches() ? digits.group(1) : "";
  }

  private static String withoutLabel(String option) {
    Matcher labelled = LABELLED.matcher(option);
    return labelled.matches() ? labelled.group(2).strip() : option.strip();
  }

  private static Labels labels(CsvRow row, String size) {
    var values = new LinkedHashMap<String, String>();
    values.put(Labels.CATEGORY, row.text("question_type").strip());
    values.put(Labels.TOPIC, row.get("topic").strip());
    values.put(Labels.DISTANCE, whole(row.get("distance_to_ref_in_tokens").strip()));
    values.put(Labels.SIZE, size);
    values.values().removeIf(String::isEmpty);
    return new Labels(values);
  }
}
