package dev.rapport.bench.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Accuracy by the values of one axis.
 *
 * @param axis as in {@link dev.rapport.bench.dataset.Labels}, or {@code paper: ...} for the axes of
 *     arXiv 2512.06688, figure 5
 * @param cells by value; distances from near to far, other values by name
 */
public record Breakdown(String axis, List<Cell> cells) {
  /**
   * The questions of one value.
   *
   * @param value as in the data set
   */
  public record Cell(String value, Accuracy accuracy, Gain gain) {}

  public Breakdown {
    cells = List.copyOf(cells);
  }

  /** One for every axis that tells at least one value. */
  static List<Breakdown> of(List<Trial> trials) {
    Map<String, Map<String, List<Trial>>> axes = new LinkedHashMap<>();
    for (Trial trial : trials) {
      Axes.of(trial.question())
          .forEach(
              (axis, value) ->
                  axes.computeIfAbsent(axis, name -> new LinkedHashMap<>())
                      .computeIfAbsent(value, name -> new ArrayList<>())
                      .add(trial));
    }
    return axes.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  /** By person, in the order of the trials. */
  static Breakdown people(List<Trial> trials) {
    Map<String, List<Trial>> people = new LinkedHashMap<>();
    trials.forEach(t -> people.computeIfAbsent(t.person(), name -> new ArrayList<>()).add(t));
    return new Breakdown("person", cells(people.entrySet().stream()));
  }

  private static Breakdown of(String axis, Map<String, List<Trial>> values) {
    return new Breakdown(
        axis, cells(values.entrySet().stream().sorted(Map.Entry.comparingByKey(Axes.order(axis)))));
  }

  private static List<Cell> cells(Stream<Map.Entry<String, List<Trial>>> values) {
    return values
        .map(e -> new Cell(e.getKey(), Accuracy.of(e.getValue()), Gain.of(e.getValue())))
        .toList();
  }
}
