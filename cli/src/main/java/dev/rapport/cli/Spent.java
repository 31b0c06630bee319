package dev.rapport.cli;

import dev.rapport.store.LedgerBook;
import dev.rapport.work.Cost;

/** What a command spent on models, from the ledger. */
record Spent(long calls, long inputTokens, long outputTokens, Cost cost) {
  static final Spent NOTHING = new Spent(0, 0, 0, Cost.free());

  static Spent of(LedgerBook.Totals totals) {
    return new Spent(totals.attempts(), totals.inputTokens(), totals.outputTokens(), totals.cost());
  }

  /** A number of US dollars for JSON, or "unknown". */
  Object usd() {
    return switch (cost) {
      case Cost.Known known -> known.usd();
      case Cost.Unknown unknown -> "unknown";
    };
  }

  String sentence() {
    String money =
        switch (cost) {
          case Cost.Known known -> "US$ " + known.usd().toPlainString();
          case Cost.Unknown unknown -> "cost unknown (set prices in rapport.yaml)";
        };
    return "%d model calls, %,d tokens in, %,d out, %s"
        .formatted(calls, inputTokens, outputTokens, money);
  }
}
