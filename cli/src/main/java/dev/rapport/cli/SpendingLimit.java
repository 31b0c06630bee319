package dev.rapport.cli;

import dev.rapport.model.Usage;
import dev.rapport.work.Cost;
import dev.rapport.work.Lease;
import dev.rapport.work.LedgerEntry.Outcome;
import dev.rapport.work.PriceList;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much a command may spend on models. */
final class SpendingLimit {
  @Option(
      names = "--max-calls",
      paramLabel = "N",
      description =
          "Stop before more model calls than this; what is not yet on the page waits, and the exit"
              + " status is 1. Default: no limit.")
  private long maxCalls = Long.MAX_VALUE;

  @Option(
      names = "--max-usd",
      paramLabel = "USD",
      description = "Stop once this much money is spent. Default: no limit.")
  private @Nullable BigDecimal maxUsd;

  /**
   * Refuses limits that cannot be kept.
   *
   * @param model that is to be paid; empty where nothing is
   */
  void check(Optional<String> model, PriceList prices) {
    if (maxCalls < 0) {
      throw new UsageException("--max-calls %d must not be negative".formatted(maxCalls));
    }
    BigDecimal most = maxUsd;
    if (most == null) {
      return;
    }
    if (most.signum() < 0) {
      throw new UsageException("--max-usd %s must not be negative".formatted(most));
    }
    model.ifPresent(it -> requirePrice(it, prices));
  }

  /** Money can be limited only where it can be counted. */
  static void requirePrice(String model, PriceList prices) {
    if (prices.cost(model, Outcome.ANSWERED, Usage.of(1, 1)) instanceof Cost.Unknown) {
      throw new UsageException(
          "--max-usd needs the price of %s; set it under prices: in rapport.yaml".formatted(model));
    }
  }

  /**
   * Leave to pay, call by call.
   *
   * @param spent by the command so far
   */
  Lease leave(Supplier<Spent> spent) {
    return maxCalls == Long.MAX_VALUE && maxUsd == null ? Lease.ALWAYS : () -> allows(spent.get());
  }

  private boolean allows(Spent spent) {
    return spent.calls() < maxCalls && affords(spent.cost());
  }

  private boolean affords(Cost soFar) {
    BigDecimal most = maxUsd;
    if (most == null) {
      return true;
    }
    return soFar instanceof Cost.Known(BigDecimal usd) && usd.compareTo(most) < 0;
  }
}
