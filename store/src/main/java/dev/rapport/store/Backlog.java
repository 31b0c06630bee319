package dev.rapport.store;

import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import java.time.Instant;
import java.util.List;

/** What is still to be read, and what could not be. Costs as much as is waiting, not as is held. */
public interface Backlog {
  /**
   * Somebody's backlog.
   *
   * @param waiting turns not yet read
   * @param oldest when the oldest of them arrived; {@link Instant#MAX} when none waits
   * @param buried turns set aside
   */
  record Item(PersonRef person, long waiting, Instant oldest, long buried) {}

  /**
   * Of several people together.
   *
   * @param people those who have a backlog
   * @param waiting turns not yet read
   * @param oldest when the oldest of them arrived; {@link Instant#MAX} when none waits
   * @param buried turns set aside
   */
  record Totals(long people, long waiting, Instant oldest, long buried) {
    public static final Totals NONE = new Totals(0, 0, Instant.MAX, 0);
  }

  /** One person's. */
  Item of(PersonRef person);

  /**
   * A tenant's people who have one, in order of their ids.
   *
   * @param after only those behind this user id; empty for the first ones
   * @param limit most people to return
   */
  List<Item> of(TenantId tenant, String after, int limit);

  Totals totals(TenantId tenant);

  /** Of all tenants. */
  Totals totals();
}
