package dev.rapport.memory;

/**
 * @param maxTokens most tokens of the recalled text, at least 1
 */
public record RecallBudget(int maxTokens) {
  public RecallBudget {
    if (maxTokens < 1) {
      throw new IllegalArgumentException(
          "recall budget of %d tokens; at least 1".formatted(maxTokens));
    }
  }
}
