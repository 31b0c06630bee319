package dev.rapport.cli;

import dev.rapport.work.Cost;
import dev.rapport.work.LedgerEntry;
import java.util.List;

/** What a command spent on models, from the ledger. */
record Spent(long calls, long inputTokens, long outputTokens, Cost cost) {
  static final Spent NOTHING = new Spent(0, 0, 0, Cost.free());

  static Spent of(List<LedgerEntry> entries) {
    Spent sum = NOTHING;
    for (LedgerEntry entry : entries) {
      sum =
          new Spent(
              sum.calls + 1,
              sum.inputTokens + entry.usage().input(),
              sum.outputTokens + entry.usage().output(),
              sum.cost.plus(entry.cost()));
    }
    return sum;
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
