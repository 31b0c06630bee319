package dev.rapport.work;

import java.math.BigDecimal;

/** Money spent: an amount, or the honest statement that the price is not known. */
public sealed interface Cost {
  /** US dollars. */
  record Known(BigDecimal usd) implements Cost {}

  /** No price is configured for the model. */
  record Unknown() implements Cost {}

  static Cost free() {
    return new Known(BigDecimal.ZERO);
  }

  static Cost unknown() {
    return new Unknown();
  }

  /** The sum; unknown as soon as one part is. */
  default Cost plus(Cost other) {
    return this instanceof Known a && other instanceof Known b
        ? new Known(a.usd().add(b.usd()))
        : new Unknown();
  }
}
