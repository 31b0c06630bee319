package dev.rapport.runtime;

import dev.rapport.learn.Spending;
import dev.rapport.learn.Spent;
import dev.rapport.person.UserId;
import dev.rapport.store.LedgerBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What was spent, as the store's ledger has it. Of everybody's day only the last minutes are summed
 * up again each time; what lies before them no longer changes, since calls take less long and the
 * clocks of processes differ by less.
 */
final class LedgerSpending implements Spending {
  private static final Duration UNSETTLED = Duration.ofMinutes(15);

  /** A sum that holds. */
  private record Settled(Instant from, Instant until, Spent spent) {}

  private final LedgerBook book;
  private final Clock clock;
  private Settled settled = new Settled(Instant.MAX, Instant.MAX, Spent.NOTHING);

  LedgerSpending(LedgerBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  @Override
  public Spent forPerson(UserId user, Instant from) {
    return book.spentOf(user.value(), from);
  }

  @Override
  public synchronized Spent forEverybody(Instant from) {
    Settled known = settled.from().equals(from) ? settled : new Settled(from, from, Spent.NOTHING);
    Instant edge = clock.instant().minus(UNSETTLED);
    settled =
        edge.isAfter(known.until())
            ? new Settled(from, edge, known.spent().plus(book.spent(known.until(), edge)))
            : known;
    return settled.spent().plus(book.spent(settled.until(), Instant.ofEpochMilli(Long.MAX_VALUE)));
  }
}
