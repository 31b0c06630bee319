package dev.rapport.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed from one page to another, by line id.
 *
 * @param added lines only the later page has
 * @param removed lines only the earlier page has
 * @param changed lines both have, saying different things
 */
public record PageDiff(List<Line> added, List<Line> removed, List<Changed> changed) {
  /** A line before and after. */
  public record Changed(Line before, Line after) {}

  public PageDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  public static PageDiff between(Page before, Page after) {
    Map<LineId, Line> gone = new LinkedHashMap<>();
    before.lines().forEach(line -> gone.put(line.id(), line));
    List<Line> added = new ArrayList<>();
    List<Changed> changed = new ArrayList<>();
    for (Line line : after.lines()) {
      Line old = gone.remove(line.id());
      if (old == null) {
        added.add(line);
      } else if (!old.equals(line)) {
        changed.add(new Changed(old, line));
      }
    }
    return new PageDiff(added, List.copyOf(gone.values()), changed);
  }

  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }
}
