package dev.rapport.store;

import dev.rapport.learn.MemoryStore;
import dev.rapport.work.CallJournal;
import dev.rapport.work.Ledger;

/** What is kept for one tenant. Nothing of another is read, changed or removed through it. */
public interface TenantStore {
  MemoryStore memory();

  /** Paid replies, by user id or run. */
  CallJournal journal();

  Ledger ledger();

  /** The ledger's reading side. */
  LedgerBook ledgerBook();
}
