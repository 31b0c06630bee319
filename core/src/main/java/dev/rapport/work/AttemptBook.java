package dev.rapport.work;

import dev.rapport.model.ModelException;
import dev.rapport.model.ModelRole;
import dev.rapport.model.Usage;
import dev.rapport.work.LedgerEntry.Outcome;
import java.time.Duration;

/** Writes every attempt into the ledger with what it cost. */
record AttemptBook(Ledger ledger, PriceList prices, WorkTime time) {
  /** Where and for whom an attempt is made. */
  record Attempt(
      String scope, String step, ModelRole role, String model, int number, long startedAt) {}

  void record(Attempt attempt, Outcome outcome, Usage usage) {
    ledger.record(
        new LedgerEntry(
            time.now(),
            attempt.scope(),
            attempt.step(),
            attempt.role(),
            attempt.model(),
            outcome,
            attempt.number(),
            usage,
            prices.cost(attempt.model(), outcome, usage),
            Duration.ofNanos(time.nanos() - attempt.startedAt())));
  }

  static Outcome outcome(ModelException.Kind kind) {
    return switch (kind) {
      case THROTTLED -> Outcome.THROTTLED;
      case UNAVAILABLE -> Outcome.UNAVAILABLE;
      case REJECTED -> Outcome.REJECTED;
      case MISCONFIGURED -> Outcome.MISCONFIGURED;
      case MALFORMED -> Outcome.MALFORMED;
      case CANCELLED -> Outcome.CANCELLED;
    };
  }
}
