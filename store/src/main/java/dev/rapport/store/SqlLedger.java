package dev.rapport.store;

import dev.rapport.learn.Spent;
import dev.rapport.model.ModelRole;
import dev.rapport.model.Usage;
import dev.rapport.person.TenantId;
import dev.rapport.work.Cost;
import dev.rapport.work.Ledger;
import dev.rapport.work.LedgerEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One tenant's attempts at paid calls, to the millisecond. */
final class SqlLedger implements Ledger, LedgerBook {
  private static final String COLUMNS =
      "at_ms, scope, step, role, model, outcome, attempt, input_tokens, output_tokens,"
          + " cached_tokens, reported, usd, took_ns";
  private static final String ENTRIES = "SELECT " + COLUMNS + " FROM ledger WHERE tenant = ? AND ";
  private static final String OLDEST_FIRST = " ORDER BY at_ms, scope, step, attempt";
  private static final String NEWEST_FIRST =
      " ORDER BY at_ms DESC, scope DESC, step DESC, attempt DESC LIMIT ?";

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
    return entries("at_ms >= ?" + OLDEST_FIRST, from.toEpochMilli());
  }

  @Override
  public List<LedgerEntry> of(String scope) {
    return entries("scope = ?" + OLDEST_FIRST, scope);
  }

  @Override
  public List<LedgerEntry> newest(Instant from, int limit) {
    return entries("at_ms >= ?" + NEWEST_FIRST, from.toEpochMilli(), limit);
  }

  @Override
  public List<LedgerEntry> newestOf(String scope, int limit) {
    return entries("scope = ?" + NEWEST_FIRST, scope, limit);
  }

  private List<LedgerEntry> entries(String where, Object... values) {
    Object[] bound = Stream.concat(Stream.of(tenant.value()), Stream.of(values)).toArray();
    return database.one(
        "read the ledger", sql -> sql.list(ENTRIES + where, SqlLedger::entry, bound));
  }

  @Override
  public Totals totalSince(Instant from) {
    return database.one("sum up the ledger", sql -> new Sums(sql, tenant).since(from));
  }

  @Override
  public Totals totalOf(String scope) {
    return database.one("sum up the ledger", sql -> new Sums(sql, tenant).of(scope));
  }

  @Override
  public Spent spent(Instant from, Instant until) {
    return database.one("sum up what was paid", sql -> new Sums(sql, tenant).spent(from, until));
  }

  @Override
  public Spent spentOf(String scope, Instant from) {
    return database.one("sum up what was paid", sql -> new Sums(sql, tenant).spentOf(scope, from));
  }

  private static String usd(Cost cost) {
    return switch (cost) {
      case Cost.Known known -> known.usd().toPlainString();
      case Cost.Unknown unknown -> "";
    };
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
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
        Sums.cost(row.getString("usd")),
        Duration.ofNanos(row.getLong("took_ns")));
  }
}
