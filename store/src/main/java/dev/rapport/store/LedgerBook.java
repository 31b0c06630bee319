package dev.rapport.store;

import dev.rapport.learn.Spent;
import dev.rapport.work.Cost;
import dev.rapport.work.LedgerEntry;
import java.time.Instant;
import java.util.List;

/** Reads what was spent. Sums are made by the database: they cost no memory here. */
public interface LedgerBook {
  /** Every attempt at or after a time, oldest first. */
  List<LedgerEntry> since(Instant from);

  /** Every attempt made for a person or run, oldest first. */
  List<LedgerEntry> of(String scope);

  /** The last attempts, no earlier than a time, newest first. */
  List<LedgerEntry> newest(Instant from, int limit);

  /** The last attempts made for a person or run, newest first. */
  List<LedgerEntry> newestOf(String scope, int limit);

  /** What was spent at or after a time, all scopes together. */
  Totals totalSince(Instant from);

  /** What was spent for a person or run. */
  Totals totalOf(String scope);

  /** What paid calls came to at or after a time and before another, all scopes together. */
  Spent spent(Instant from, Instant until);

  /** What paid calls for a person or run came to, at or after a time. */
  Spent spentOf(String scope, Instant from);

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
    static final Totals NOTHING = new Totals(0, 0, 0, 0, 0, Cost.free());

    Totals plus(Totals other) {
      return new Totals(
          attempts + other.attempts,
          answered + other.answered,
          inputTokens + other.inputTokens,
          cachedInputTokens + other.cachedInputTokens,
          outputTokens + other.outputTokens,
          cost.plus(other.cost));
    }
  }
}
