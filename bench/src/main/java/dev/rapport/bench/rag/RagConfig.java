package dev.rapport.bench.rag;

/**
 * How passages are cut.
 *
 * @param unit what a passage is
 * @param passageTokens most tokens of a turn before it is cut into several, and of an exchange
 *     before its reply becomes a passage of its own; 16 to 8192
 */
public record RagConfig(Unit unit, int passageTokens) {
  /** Exchanges of up to 400 tokens, which fit the window of small embedding models. */
  public static final RagConfig DEFAULT = new RagConfig(Unit.EXCHANGE, 400);

  private static final int LEAST = 16;
  private static final int MOST = 8192;

  /** What a passage is. */
  public enum Unit {
    /** One message. */
    TURN,
    /** A person's message and the replies to it. */
    EXCHANGE
  }

  public RagConfig {
    if (passageTokens < LEAST || passageTokens > MOST) {
      throw new IllegalArgumentException(
          "passageTokens %d; give %d to %d".formatted(passageTokens, LEAST, MOST));
    }
  }
}
