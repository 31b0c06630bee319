package dev.rapport.data.build;

import java.util.ArrayList;
import java.util.List;

/** Gathers findings; of very many only the first are kept, but all are counted. */
final class Findings {
  private static final int SHOWN = 200;

  private final List<Finding> findings = new ArrayList<>();
  private long faults;

  void fault(String place, String what) {
    faults++;
    add(new Finding(true, place, what));
  }

  void note(String place, String what) {
    add(new Finding(false, place, what));
  }

  private void add(Finding finding) {
    if (findings.size() < SHOWN) {
      findings.add(finding);
    }
  }

  CheckReport report(int tables, long rows, int histories) {
    return new CheckReport(tables, rows, histories, faults, findings);
  }
}
