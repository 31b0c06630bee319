package dev.rapport.data.build;

import dev.rapport.data.personamem.BenchmarkRow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether twins belong together: one query, the same options, another one right in each, and
 * histories that differ in one conversation.
 */
final class TwinCheck {
  /** The rest of a history that cannot be read; that is told elsewhere. */
  static final int UNKNOWN = 0;

  private final Map<String, TwinSet> sets = new LinkedHashMap<>();

  /** What the rows of a set have shown so far. */
  private static final class TwinSet {
    private final String place;
    private final String query;
    private final Set<String> options;
    private final Set<String> right = new HashSet<>();
    private final Set<String> histories = new HashSet<>();
    private final int rest;
    private boolean uneven;
    private boolean mixed;

    private TwinSet(String place, BenchmarkRow row, int rest) {
      this.rest = rest;
      this.place = place;
      this.query = row.userQuery().text();
      this.options = options(row);
    }

    private void add(BenchmarkRow row, int otherRest) {
      mixed |= rest != UNKNOWN && otherRest != UNKNOWN && otherRest != rest;
      uneven |= !row.userQuery().text().equals(query) || !options(row).equals(options);
      right.add(row.correctAnswer());
      histories.add(row.window32k().link() + row.window128k().link());
    }
  }

  /**
   * @param rest stands for what the row's history says outside of its related conversation
   */
  void add(String place, BenchmarkRow row, int rest) {
    String name = row.extra().getOrDefault(Rows.TWIN_SET, "");
    sets.computeIfAbsent(name, any -> new TwinSet(place, row, rest)).add(row, rest);
  }

  static boolean isTwin(BenchmarkRow row) {
    return !row.extra().getOrDefault(Rows.TWIN_SET, "").isEmpty();
  }

  void finish(Findings findings) {
    sets.forEach(
        (name, set) -> {
          if (set.uneven) {
            findings.fault(set.place, "twins %s differ in query or options".formatted(name));
          }
          if (set.mixed) {
            findings.fault(
                set.place, "twins %s differ in more than one conversation".formatted(name));
          }
          if (set.right.size() != set.options.size()) {
            findings.fault(
                set.place,
                "twins %s make %d of %d options right, each should be once"
                    .formatted(name, set.right.size(), set.options.size()));
          }
          if (set.histories.size() != set.options.size()) {
            findings.fault(
                set.place,
                "twins %s have %d histories for %d options"
                    .formatted(name, set.histories.size(), set.options.size()));
          }
        });
  }

  private static Set<String> options(BenchmarkRow row) {
    Set<String> options = new TreeSet<>(row.incorrectAnswers());
    options.add(row.correctAnswer());
    return options;
  }
}
