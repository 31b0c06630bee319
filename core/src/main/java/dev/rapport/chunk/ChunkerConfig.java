package dev.rapport.chunk;

/**
 * How a history is cut.
 *
 * @param budgetTokens most tokens in a chunk, 256 to 32768; the paper's 5000 by default
 * @param mode where a chunk may end
 */
public record ChunkerConfig(int budgetTokens, ChunkMode mode) {
  public static final ChunkerConfig DEFAULT = new ChunkerConfig(5000, ChunkMode.WHOLE_TURNS);

  private static final int LEAST = 256;
  private static final int MOST = 32_768;

  public ChunkerConfig {
    if (budgetTokens < LEAST || budgetTokens > MOST) {
      throw new IllegalArgumentException(
          "chunk budget of %d tokens; it must be %d to %d".formatted(budgetTokens, LEAST, MOST));
    }
  }
}
