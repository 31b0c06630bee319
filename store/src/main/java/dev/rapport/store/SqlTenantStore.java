package dev.rapport.store;

import dev.rapport.learn.MemoryStore;
import dev.rapport.work.CallJournal;
import dev.rapport.work.Ledger;

/** One tenant's view of the tables. */
record SqlTenantStore(Database database, Tenancy tenancy) implements TenantStore {
  @Override
  public MemoryStore memory() {
    return new SqlMemory(database, tenancy);
  }

  @Override
  public CallJournal journal() {
    return new SqlJournal(database, tenancy);
  }

  @Override
  public Ledger ledger() {
    return new SqlLedger(database, tenancy.tenant());
  }

  @Override
  public LedgerBook ledgerBook() {
    return new SqlLedger(database, tenancy.tenant());
  }
}
