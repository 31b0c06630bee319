package dev.rapport.bench.run;

import java.math.BigDecimal;

/**
 * What a piece of work cost, failed attempts included.
 *
 * @param calls attempts at model calls
 * @param inputTokens as the provider counts them
 * @param outputTokens as the provider counts them
 * @param usd money; only as complete as {@code priced} says
 * @param priced whether every attempt's price was known
 */
public record Spent(
    long calls, long inputTokens, long outputTokens, BigDecimal usd, boolean priced) {
  public static final Spent NOTHING = new Spent(0, 0, 0, BigDecimal.ZERO, true);

  public Spent plus(Spent more) {
    return new Spent(
        calls + more.calls,
        inputTokens + more.inputTokens,
        outputTokens + more.outputTokens,
        usd.add(more.usd),
        priced && more.priced);
  }
}
