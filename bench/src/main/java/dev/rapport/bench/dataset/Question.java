package dev.rapport.bench.dataset;

/**
 * One question of a data set over one history.
 *
 * @param id unique in the data set, the same whenever it is read
 * @param person whose question it is; intervals are clustered by it
 * @param history id of the history it is asked over
 * @param twins names the set of questions with the same query and options over histories that
 *     differ in one conversation, each making another option right; empty where there is none
 */
public record Question(
    String id, String person, String history, String twins, Asked asked, Gold gold, Labels labels) {
  public Question {
    if (gold.option() >= asked.options().size()) {
      throw new IllegalArgumentException(
          "question %s: gold option %d of %d options"
              .formatted(id, gold.option(), asked.options().size()));
    }
  }
}
