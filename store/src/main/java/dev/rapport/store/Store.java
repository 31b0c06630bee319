package dev.rapport.store;

import dev.rapport.person.TenantId;
import dev.rapport.work.WakeList;
import java.util.List;

/**
 * Everything durable of one process: people by tenant, work to do, and what a service keeps about
 * its callers. Every method of what it gives is one transaction, and what has returned survives
 * {@code kill -9}. Safe for several threads; several processes may open the same store.
 *
 * <p>What people said, what is kept of them, and replies about them are sealed with AES-256-GCM
 * under a key of each person's own, which is sealed with the store's master key ({@link
 * KeySource}). Ids, roles, times and amounts are not.
 */
public sealed interface Store extends AutoCloseable permits SqliteStore, PostgresStore {
  /** The counter named on pages nobody has written on, unless told otherwise. */
  String DEFAULT_TOKENIZER = "o200k";

  /** One tenant's people. The tenant need not be there yet. */
  TenantStore tenant(TenantId tenant);

  /** Tenants that have had people or keys, in order. */
  List<TenantId> tenants();

  /** Keys of work, those of all tenants: {@code PersonRef.key()}. */
  WakeList wakeList();

  ApiKeys apiKeys();

  Audit audit();

  /** Answers to requests that may come again. */
  Idempotency replays();

  Backlog backlog();

  /** Whether the database answers, in one small statement. */
  boolean answers();

  @Override
  void close();
}
