package dev.rapport.data.build;

import dev.rapport.data.personamem.BenchmarkRow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether twins belong together: one query, the same options, another one right in each. */
final class TwinCheck {
  private final Map<String, TwinSet> sets = new LinkedHashMap<>();

  /** What the rows of a set have shown so far. */
  private static final class TwinSet {
    private final String place;
    private final String query;
    private final Set<String> options;
    private final Set<String> right = new HashSet<>();
    private final Set<String> histories = new HashSet<>();
    private boolean uneven;

    private TwinSet(String place, BenchmarkRow row) {
      this.place = place;
      this.query = row.userQuery().text();
      this.options = options(row);
    }

    private void add(BenchmarkRow row) {
      uneven |= !row.userQuery().text().equals(query) || !options(row).equals(options);
      right.add(row.correctAnswer());
      histories.add(row.window32k().link() + row.window128k().link());
    }
  }

  void add(String place, BenchmarkRow row) {
    String name = row.extra().getOrDefault(Rows.TWIN_SET, "");
    if (!name.isEmpty()) {
      sets.computeIfAbsent(name, any -> new TwinSet(place, row)).add(row);
    }
  }

  void finish(Findings findings) {
    sets.forEach(
        (name, set) -> {
          if (set.uneven) {
            findings.fault(set.place, "twins %s differ in query or options".formatted(name));
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
