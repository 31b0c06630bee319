package dev.rapport.store;

import dev.rapport.model.ModelRole;
import dev.rapport.model.Usage;
import dev.rapport.person.TenantId;
import dev.rapport.work.Cost;
import dev.rapport.work.Ledger;
import dev.rapport.work.LedgerEntry;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One tenant's attempts at paid calls, to the millisecond. */
final class SqlLedger implements Ledger, LedgerBook {
  private static final String COLUMNS =
      "at_ms, scope, step, role, model, outcome, attempt, input_tokens, output_tokens,"
          + " cached_tokens, reported, usd, took_ns";
  private static final String OLDEST_FIRST = " ORDER BY at_ms, scope, step, attempt";

  private final Database database;
  private final TenantId tenant;

  SqlLedger(Database database, TenantId tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  @Override
  public void record(LedgerEntry entry) {
    database.write(
        "write down a paid call",
        sql ->
            sql.update(
                "INSERT INTO ledger (tenant, "
                    + COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant.value(),
                entry.at().toEpochMilli(),
                entry.scope(),
                entry.step(),
                entry.role().name(),
                entry.model(),
                entry.outcome().name(),
                entry.attempt(),
                entry.usage().input(),
                entry.usage().output(),
                entry.usage().cachedInput(),
                entry.usage().reported() ? 1 : 0,
                usd(entry.cost()),
                entry.took().toNanos()));
  }

  @Override
  public List<LedgerEntry> since(Instant from) {
    return database.one(
        "read the ledger",
        sql ->
            sql.list(
                "SELECT " + COLUMNS + " FROM ledger WHERE tenant = ? AND at_ms >= ?" + OLDEST_FIRST,
                SqlLedger::entry,
                tenant.value(),
                from.toEpochMilli()));
  }

  @Override
  public List<LedgerEntry> of(String scope) {
    return database.one(
        "read the ledger",
        sql ->
            sql.list(
                "SELECT " + COLUMNS + " FROM ledger WHERE tenant = ? AND scope = ?" + OLDEST_FIRST,
                SqlLedger::entry,
                tenant.value(),
                scope));
  }

  private static String usd(Cost cost) {
    return switch (cost) {
      case Cost.Known known -> known.usd().toPlainString();
      case Cost.Unknown unknown -> "";
    };
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    String usd = row.getString("usd");
    return new LedgerEntry(
        Instant.ofEpochMilli(row.getLong("at_ms")),
        row.getString("scope"),
        row.getString("step"),
        ModelRole.valueOf(row.getString("role")),
        row.getString("model"),
        LedgerEntry.Outcome.valueOf(row.getString("outcome")),
        row.getInt("attempt"),
        new Usage(
            row.getLong("input_tokens"),
            row.getLong("output_tokens"),
            row.getLong("cached_tokens"),
            row.getInt("reported") == 1),
        usd.isEmpty() ? Cost.unknown() : new Cost.Known(new BigDecimal(usd)),
        Duration.ofNanos(row.getLong("took_ns")));
  }
}
