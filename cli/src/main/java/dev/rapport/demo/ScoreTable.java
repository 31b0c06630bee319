package dev.rapport.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * Accuracy by question type, one column a memory, chance beside them. The first memory is the one
 * that is judged, the last one the empty page.
 */
public final class ScoreTable {
  /** Of four options, one is right. */
  public static final double CHANCE = 0.25;

  private final SequencedMap<String, List<Answered>> columns = new LinkedHashMap<>();

  /**
   * Adds a memory's answers; every memory must have answered the same questions in the same order.
   */
  public void add(String memory, List<Answered> answers) {
    columns.computeIfAbsent(memory, unseen -> new ArrayList<>()).addAll(answers);
  }

  /** The rows, each with one share a memory. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Category category : Category.values()) {
      addRow(rows, category.label(), answer -> !answer.twin() && answer.category() == category);
    }
    addRow(rows, "all own preferences", answer -> !answer.twin() && answer.category().isOwn());
    addRow(rows, "all questions", answer -> !answer.twin());
    addRow(rows, "counterfactual twins", Answered::twin);
    return rows;
  }

  private void addRow(List<Row> rows, String label, Predicate<Answered> which) {
    Map<String, List<Answered>> chosen = new LinkedHashMap<>();
    columns.forEach(
        (memory, answers) -> chosen.put(memory, answers.stream().filter(which).toList()));
    List<Answered> first =
        columns.isEmpty() ? List.of() : chosen.get(columns.firstEntry().getKey());
    if (first == null || first.isEmpty()) {
      return;
    }
    List<Answered> last = chosen.getOrDefault(columns.lastEntry().getKey(), first);
    rows.add(
        new Row(
            label,
            first.size(),
            chosen.values().stream().map(Share::of).toList(),
            Share.of(first).value() - Share.of(last).value(),
            Share.intervalOfGain(first, last)));
  }

  public List<String> memories() {
    return List.copyOf(columns.keySet());
  }

  /**
   * One line of the table.
   *
   * @param n questions
   * @param shares one a memory
   * @param gain of the first memory over the last
   * @param interval half of the gain's 95% interval
   */
  public record Row(String label, int n, List<Share> shares, double gain, double interval) {
    public Row {
      shares = List.copyOf(shares);
    }
  }

  /** As a Markdown table. */
  public String markdown() {
    StringBuilder text = new StringBuilder("| question | n |");
    memories().forEach(memory -> text.append(' ').append(memory).append(" |"));
    text.append(" chance | gain over the empty page |\n|---|---:|");
    text.append("---:|".repeat(columns.size())).append("---:|---:|\n");
    for (Row row : rows()) {
      text.append("| %s | %d |".formatted(row.label(), row.n()));
      row.shares().forEach(share -> text.append(" %.1f%% |".formatted(share.value() * 100)));
      text.append(
          " %.0f%% | %+.1f ± %.1f points |%n"
              .formatted(CHANCE * 100, row.gain() * 100, row.interval() * 100));
    }
    return text.toString();
  }
}
