package dev.rapport.bench.run;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far a run may go, earlier sessions of it included.
 *
 * @param calls most attempts at model calls
 * @param usd most US dollars
 */
public record Limits(long calls, BigDecimal usd) {
  /** Stands for no limit of money. */
  public static final BigDecimal ANY_MONEY = BigDecimal.valueOf(-1);

  public static final Limits NONE = new Limits(Long.MAX_VALUE, ANY_MONEY);

  public Limits {
    if (calls < 0) {
      throw new IllegalArgumentException("max-calls %d must not be negative".formatted(calls));
    }
  }

  Optional<BigDecimal> money() {
    return usd.signum() < 0 ? Optional.empty() : Optional.of(usd);
  }
}
