package dev.rapport.work;

import dev.rapport.model.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * US dollars for a million tokens.
 *
 * @param input tokens sent
 * @param cachedInput tokens sent that the provider took from its cache
 * @param output tokens received
 */
public record Price(BigDecimal input, BigDecimal cachedInput, BigDecimal output) {
  public static final Price FREE = new Price(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  private static final Pattern SLASH = Pattern.compile("/");
  private static final int MILLION_DIGITS = 6;

  public Price {
    if (input.signum() < 0 || cachedInput.signum() < 0 || output.signum() < 0) {
      throw new IllegalArgumentException(
          "price %s/%s/%s must not be negative".formatted(input, cachedInput, output));
    }
  }

  /**
   * Reads a price as configured.
   *
   * @param text "free", or "input/cached/output" as in "0.25/0.025/2"
   */
  public static Price parse(String text) {
    if (text.strip().equals("free")) {
      return FREE;
    }
    List<String> parts = SLASH.splitAsStream(text.strip()).toList();
    try {
      if (parts.size() == 3) {
        return new Price(
            new BigDecimal(parts.get(0)),
            new BigDecimal(parts.get(1)),
            new BigDecimal(parts.get(2)));
      }
    } catch (NumberFormatException e) {
      throw unreadable(text, e);
    }
    throw unreadable(text, new NumberFormatException(parts.size() + " numbers"));
  }

  private static IllegalArgumentException unreadable(String text, NumberFormatException e) {
    return new IllegalArgumentException(
        "price \"%s\" must be \"free\" or \"input/cached/output\" in dollars for a million tokens"
            .formatted(text),
        e);
  }

  boolean isFree() {
    return input.signum() == 0 && cachedInput.signum() == 0 && output.signum() == 0;
  }

  BigDecimal of(Usage usage) {
    long fresh = Math.max(0, usage.input() - usage.cachedInput());
    return input
        .multiply(BigDecimal.valueOf(fresh))
        .add(cachedInput.multiply(BigDecimal.valueOf(usage.cachedInput())))
        .add(output.multiply(BigDecimal.valueOf(usage.output())))
        .movePointLeft(MILLION_DIGITS)
        .stripTrailingZeros();
  }
}
