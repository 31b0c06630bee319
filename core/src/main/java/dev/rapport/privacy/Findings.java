package dev.rapport.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers spans that may overlap, and joins them into spans that do not. */
final class Findings {
  private final List<PrivacyFinding> found = new ArrayList<>();

  void add(PrivacyCategory category, int start, int end) {
    found.add(new PrivacyFinding(category, start, end));
  }

  /** In order, overlapping ones made one: of the longest one's category, the surest if equal. */
  List<PrivacyFinding> joined() {
    found.sort(
        Comparator.comparingInt(PrivacyFinding::start)
            .thenComparing(Comparator.comparingInt(PrivacyFinding::end).reversed())
            .thenComparing(PrivacyFinding::category));
    List<PrivacyFinding> joined = new ArrayList<>();
    int longest = 0;
    for (PrivacyFinding next : found) {
      int length = next.end() - next.start();
      if (joined.isEmpty() || joined.getLast().end() <= next.start()) {
        joined.add(next);
        longest = length;
        continue;
      }
      PrivacyFinding last = joined.removeLast();
      PrivacyCategory category = length > longest ? next.category() : last.category();
      longest = Math.max(longest, length);
      joined.add(new PrivacyFinding(category, last.start(), Math.max(last.end(), next.end())));
    }
    return joined;
  }
}
