package dev.rapport.store;

import dev.rapport.work.Cost;
import dev.rapport.work.LedgerEntry;
import java.time.Instant;
import java.util.List;

/** Reads what was spent. */
public interface LedgerBook {
  /** Every attempt at or after a time, oldest first. */
  List<LedgerEntry> since(Instant from);

  /** Every attempt made for a person or run, oldest first. */
  List<LedgerEntry> of(String scope);

  /** What was spent at or after a time, all scopes together. */
  default Totals totalSince(Instant from) {
    return Totals.of(since(from));
  }

  /** What was spent for a person or run. */
  default Totals totalOf(String scope) {
    return Totals.of(of(scope));
  }

  /**
   * Sums over attempts.
   *
   * @param attempts all of them
   * @param answered those that brought a reply
   * @param cost unknown as soon as one attempt's is
   */
  record Totals(
      long attempts,
      long answered,
      long inputTokens,
      long cachedInputTokens,
      long outputTokens,
      Cost cost) {
    static Totals of(List<LedgerEntry> entries) {
      Totals sum = new Totals(0, 0, 0, 0, 0, Cost.free());
      for (LedgerEntry entry : entries) {
        sum = sum.plus(entry);
      }
      return sum;
    }

    private Totals plus(LedgerEntry entry) {
      return new Totals(
          attempts + 1,
          answered + (entry.outcome() == LedgerEntry.Outcome.ANSWERED ? 1 : 0),
          inputTokens + entry.usage().input(),
          cachedInputTokens + entry.usage().cachedInput(),
          outputTokens + entry.usage().output(),
          cost.plus(entry.cost()));
    }
  }
}
