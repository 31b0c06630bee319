package dev.rapport.strategy.answer;

/**
 * How a language model answers.
 *
 * @param choiceTokens most tokens of the reply to a question with options, thinking included, 16 to
 *     65536
 * @param replyTokens most tokens of the reply to an open question, thinking included, 16 to 65536
 * @param temperature 0 to 2
 * @param seed for providers that honour one
 */
public record AnswerConfig(int choiceTokens, int replyTokens, double temperature, long seed) {
  public static final AnswerConfig DEFAULT = new AnswerConfig(1024, 2048, 0, 0);

  public AnswerConfig {
    requireTokens("choice-tokens", choiceTokens);
    requireTokens("reply-tokens", replyTokens);
    if (!(temperature >= 0 && temperature <= 2)) {
      throw new IllegalArgumentException(
          "temperature %s must be from 0 to 2".formatted(temperature));
    }
  }

  private static void requireTokens(String name, int value) {
    if (value < 16 || value > 65_536) {
      throw new IllegalArgumentException("%s %d must be from 16 to 65536".formatted(name, value));
    }
  }
}
