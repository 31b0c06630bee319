package dev.rapport.learn;

import java.math.BigDecimal;

/**
 * What paid calls came to.
 *
 * @param calls those that a provider did not refuse
 * @param usd US dollars, as far as prices are known
 */
public record Spent(long calls, BigDecimal usd) {
  public static final Spent NOTHING = new Spent(0, BigDecimal.ZERO);

  public Spent plus(Spent other) {
    return new Spent(calls + other.calls, usd.add(other.usd));
  }
}
