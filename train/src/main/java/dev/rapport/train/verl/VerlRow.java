package dev.rapport.train.verl;

import java.util.List;

/**
 * One question to be trained or tested on.
 *
 * @param chunks the history, chunk by chunk, at most 8 in the paper
 * @param options multiple choice; at least two
 * @param gold which of them is right, from 0
 */
public record VerlRow(
    String id, List<String> chunks, String question, List<String> options, int gold) {
  public VerlRow {
    chunks = List.copyOf(chunks);
    options = List.copyOf(options);
    if (options.size() < 2 || options.size() > 26 || gold < 0 || gold >= options.size()) {
      throw new IllegalArgumentException(
          "question %s: gold option %d of %d; 2 to 26 options, and gold one of them"
              .formatted(id, gold, options.size()));
    }
    if (chunks.isEmpty()) {
      throw new IllegalArgumentException("question %s has an empty history".formatted(id));
    }
  }

  String letter() {
    return String.valueOf((char) ('A' + gold));
  }
}
