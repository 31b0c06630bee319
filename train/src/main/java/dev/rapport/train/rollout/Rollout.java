package dev.rapport.train.rollout;

import java.util.List;

/**
 * One complete sampled run for a question: the conversations that wrote the page, in order, and
 * last the one that answered.
 *
 * @param group which question of the batch, from 0
 * @param index which of the group's rollouts, from 0
 * @param exchanges at least the answer
 */
public record Rollout(int group, int index, List<Exchange> exchanges) {
  public Rollout {
    exchanges = List.copyOf(exchanges);
    if (exchanges.isEmpty()) {
      throw new IllegalArgumentException(
          "rollout %d of group %d has no answer".formatted(index, group));
    }
  }

  public Exchange answer() {
    return exchanges.getLast();
  }

  public List<Exchange> updates() {
    return exchanges.subList(0, exchanges.size() - 1);
  }
}
