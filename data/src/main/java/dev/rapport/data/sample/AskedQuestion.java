package dev.rapport.data.sample;

import java.util.List;
import java.util.Objects;

/**
 * A question as an answerer is asked it, and the gold answer beside it.
 *
 * @param options in the order shown
 * @param gold index of the right option; not for the answerer
 */
public record AskedQuestion(String query, List<String> options, int gold) {
  public AskedQuestion {
    options = List.copyOf(options);
    Objects.checkIndex(gold, options.size());
  }
}
