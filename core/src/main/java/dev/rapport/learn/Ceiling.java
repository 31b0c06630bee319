package dev.rapport.learn;

import java.math.BigDecimal;

/**
 * The most that learning may cost within one day, by UTC. Looked at before each chunk, so that it
 * is passed by no more than the calls then under way.
 *
 * @param calls most model calls, at least 1; {@link #UNLIMITED} for no such limit
 * @param usd most US dollars, as far as prices are known; zero for no such limit
 */
public record Ceiling(long calls, BigDecimal usd) {
  /** No limit of this kind. */
  public static final long UNLIMITED = 0;

  /** No limit at all. */
  public static final Ceiling NONE = new Ceiling(UNLIMITED, BigDecimal.ZERO);

  public Ceiling {
    if (calls < 0 || usd.signum() < 0) {
      throw new IllegalArgumentException(
          "ceiling of %d calls and %s dollars a day must not be negative; 0 is no limit"
              .formatted(calls, usd));
    }
  }

  boolean isNone() {
    return calls == UNLIMITED && usd.signum() == 0;
  }

  boolean isReached(Spent spent) {
    return (calls != UNLIMITED && spent.calls() >= calls)
        || (usd.signum() > 0 && spent.usd().compareTo(usd) >= 0);
  }
}
