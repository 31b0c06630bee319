package dev.rapport.learn;

import dev.rapport.person.UserId;
import java.time.Instant;

/** Reads from a tenant's ledger what was spent. Safe for several threads and processes. */
public interface Spending {
  /** Where nothing is paid for. */
  Spending NONE =
      new Spending() {
        @Override
        public Spent forPerson(UserId user, Instant from) {
          return Spent.NOTHING;
        }

        @Override
        public Spent forEverybody(Instant from) {
          return Spent.NOTHING;
        }
      };

  /** At or after a time, for one person. */
  Spent forPerson(UserId user, Instant from);

  /** At or after a time, for all of the tenant's people together. */
  Spent forEverybody(Instant from);
}
