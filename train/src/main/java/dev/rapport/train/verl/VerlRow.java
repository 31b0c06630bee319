package dev.rapport.train.verl;

import java.util.List;

/**
 * One question to be trained or tested on.
 *
 * @param updates the prompts that write the page, one for each chunk; at most 8 in the paper
 * @param answer the prompt that asks over the last page
 * @param promptTokens most tokens of one of them, the page aside
 * @param question as the person asks it
 * @param options multiple choice, as shown; 2 to 26
 * @param gold which of them is right, from 0
 */
public record VerlRow(
    String id,
    List<VerlPrompt> updates,
    VerlPrompt answer,
    int promptTokens,
    String question,
    List<String> options,
    int gold) {
  public VerlRow {
    updates = List.copyOf(updates);
    options = List.copyOf(options);
    if (options.size() < 2 || options.size() > 26 || gold < 0 || gold >= options.size()) {
      throw new IllegalArgumentException(
          "question %s: gold option %d of %d; 2 to 26 options, and gold one of them"
              .formatted(id, gold, options.size()));
    }
    if (updates.isEmpty()) {
      throw new IllegalArgumentException("question %s has an empty history".formatted(id));
    }
  }

  String letter() {
    return String.valueOf((char) ('A' + gold));
  }
}
