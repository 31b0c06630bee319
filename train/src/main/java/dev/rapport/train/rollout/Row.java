package dev.rapport.train.rollout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A conversation with its place, as the loss sees it.
 *
 * @param answer whether it is its rollout's last
 */
public record Row(RowKey key, Exchange exchange, boolean answer) {
  /**
   * All conversations of some rollouts, rollout by rollout.
   *
   * @throws IllegalArgumentException when a rollout comes twice
   */
  public static List<Row> of(List<Rollout> rollouts) {
    var seen = new LinkedHashSet<RowKey>();
    var rows = new ArrayList<Row>();
    for (Rollout rollout : rollouts) {
      int last = rollout.exchanges().size() - 1;
      for (int i = 0; i <= last; i++) {
        var key = new RowKey(rollout.group(), rollout.index(), i);
        if (!seen.add(key)) {
          throw new IllegalArgumentException(
              "rollout %d of group %d comes twice; each counts once"
                  .formatted(rollout.index(), rollout.group()));
        }
        rows.add(new Row(key, rollout.exchanges().get(i), i == last));
      }
    }
    return List.copyOf(rows);
  }
}
