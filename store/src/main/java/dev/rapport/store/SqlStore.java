package dev.rapport.store;

import dev.rapport.person.TenantId;
import dev.rapport.work.WakeList;
import java.time.Clock;
import java.util.List;

/**
 * What both databases give, over the same tables.
 *
 * @param tokenizer names the counter of pages nobody has written on
 */
record SqlStore(Database database, MasterKey master, String tokenizer, Clock clock) {
  TenantStore tenant(TenantId tenant) {
    return new SqlTenantStore(database, new Tenancy(tenant, master, tokenizer, clock));
  }

  List<TenantId> tenants() {
    return database.one(
        "list the tenants",
        sql ->
            sql.list(
                "SELECT tenant FROM tenant ORDER BY tenant",
                row -> new TenantId(row.getString(1))));
  }

  WakeList wakeList() {
    return new SqlWakeList(database);
  }

  ApiKeys apiKeys() {
    return new SqlApiKeys(database);
  }

  Audit audit() {
    return new SqlAudit(database, master);
  }

  Idempotency replays() {
    return new SqlIdempotency(database, master);
  }

  Backlog backlog() {
    return new SqlBacklog(database);
  }

  boolean answers() {
    return database
        .one("ask whether it is there", sql -> sql.first("SELECT 1", row -> true))
        .orElse(false);
  }
}
