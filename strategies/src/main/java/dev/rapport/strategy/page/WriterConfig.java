package dev.rapport.strategy.page;

/**
 * How a page is written by a language model.
 *
 * @param capTokens most tokens of the page, as the model is told, 128 to 32768 (paper: 2048); the
 *     guard's cap is the one that holds
 * @param replyTokens most tokens of a reply, thinking included, 64 to 65536
 * @param temperature 0 to 2
 * @param seed for providers that honour one
 */
public record WriterConfig(int capTokens, int replyTokens, double temperature, long seed) {
  public static final WriterConfig DEFAULT = new WriterConfig(2048, 4096, 0, 0);

  public WriterConfig {
    if (capTokens < 128 || capTokens > 32_768) {
      throw new IllegalArgumentException(
          "cap-tokens %d must be from 128 to 32768".formatted(capTokens));
    }
    if (replyTokens < 64 || replyTokens > 65_536) {
      throw new IllegalArgumentException(
          "reply-tokens %d must be from 64 to 65536".formatted(replyTokens));
    }
    if (!(temperature >= 0 && temperature <= 2)) {
      throw new IllegalArgumentException(
          "temperature %s must be from 0 to 2".formatted(temperature));
    }
  }
}
