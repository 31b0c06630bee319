package dev.rapport.runtime;

import dev.rapport.learn.Spending;
import dev.rapport.learn.Spent;
import dev.rapport.person.UserId;
import dev.rapport.store.LedgerBook;
import dev.rapport.work.Cost;
import dev.rapport.work.LedgerEntry;
import java.time.Instant;
import java.util.List;

/** What was spent, as the store's ledger has it. */
record LedgerSpending(LedgerBook book) implements Spending {
  @Override
  public Spent forPerson(UserId user, Instant from) {
    return sum(book.of(user.value()).stream().filter(entry -> !entry.at().isBefore(from)).toList());
  }

  @Override
  public Spent forEverybody(Instant from) {
    return sum(book.since(from));
  }

  private static Spent sum(List<LedgerEntry> entries) {
    Spent sum = Spent.NOTHING;
    for (LedgerEntry entry : entries) {
      if (isPaid(entry)) {
        sum =
            entry.cost() instanceof Cost.Known known
                ? new Spent(sum.calls() + 1, sum.usd().add(known.usd()))
                : new Spent(sum.calls() + 1, sum.usd());
      }
    }
    return sum;
  }

  private static boolean isPaid(LedgerEntry entry) {
    return switch (entry.outcome()) {
      case ANSWERED, UNAVAILABLE, MALFORMED, CANCELLED -> true;
      case THROTTLED, REJECTED, MISCONFIGURED -> false;
    };
  }
}
