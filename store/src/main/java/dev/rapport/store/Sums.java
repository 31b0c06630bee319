package dev.rapport.store;

import dev.rapport.learn.Spent;
import dev.rapport.person.TenantId;
import dev.rapport.store.LedgerBook.Totals;
import dev.rapport.work.Cost;
import dev.rapport.work.LedgerEntry.Outcome;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sums over one tenant's ledger. The database counts how often each price was paid, and the prices
 * are added up here: exactly, which SQLite cannot do.
 */
record Sums(Sql sql, TenantId tenant) {
  private static final String TOTALS =
      """
      SELECT usd, COUNT(*) AS attempts,
        SUM(CASE WHEN outcome = 'ANSWERED' THEN 1 ELSE 0 END) AS answered,
        SUM(input_tokens) AS input, SUM(cached_tokens) AS cached, SUM(output_tokens) AS output
      FROM ledger WHERE tenant = ? AND\s""";
  private static final String PAID =
      "SELECT usd, COUNT(*) AS attempts FROM ledger WHERE tenant = ? AND outcome NOT IN ("
          + unpaid()
          + ") AND ";
  private static final String BY_PRICE = " GROUP BY usd";

  Totals since(Instant from) throws SQLException {
    return total(
        sql.list(
            TOTALS + "at_ms >= ?" + BY_PRICE, Sums::total, tenant.value(), from.toEpochMilli()));
  }

  Totals of(String scope) throws SQLException {
    return total(sql.list(TOTALS + "scope = ?" + BY_PRICE, Sums::total, tenant.value(), scope));
  }

  Spent spent(Instant from, Instant until) throws SQLException {
    return spent(
        sql.list(
            PAID + "at_ms >= ? AND at_ms < ?" + BY_PRICE,
            Sums::paid,
            tenant.value(),
            from.toEpochMilli(),
            until.toEpochMilli()));
  }

  Spent spentOf(String scope, Instant from) throws SQLException {
    return spent(
        sql.list(
            PAID + "scope = ? AND at_ms >= ?" + BY_PRICE,
            Sums::paid,
            tenant.value(),
            scope,
            from.toEpochMilli()));
  }

  /** Attempts that nobody is charged for. */
  private static String unpaid() {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> !isPaid(outcome))
        .map(outcome -> "'" + outcome + "'")
        .collect(Collectors.joining(", "));
  }

  private static boolean isPaid(Outcome outcome) {
    return switch (outcome) {
      case ANSWERED, UNAVAILABLE, MALFORMED, CANCELLED -> true;
      case THROTTLED, REJECTED, MISCONFIGURED -> false;
    };
  }

  private static Totals total(ResultSet row) throws SQLException {
    long attempts = row.getLong("attempts");
    return new Totals(
        attempts,
        row.getLong("answered"),
        row.getLong("input"),
        row.getLong("cached"),
        row.getLong("output"),
        times(cost(row.getString("usd")), attempts));
  }

  private static Totals total(List<Totals> parts) {
    return parts.stream().reduce(Totals.NOTHING, Totals::plus);
  }

  private static Spent paid(ResultSet row) throws SQLException {
    long calls = row.getLong("attempts");
    return times(cost(row.getString("usd")), calls) instanceof Cost.Known known
        ? new Spent(calls, known.usd())
        : new Spent(calls, BigDecimal.ZERO);
  }

  private static Spent spent(List<Spent> parts) {
    return parts.stream().reduce(Spent.NOTHING, Spent::plus);
  }

  static Cost cost(String usd) {
    return usd.isEmpty() ? Cost.unknown() : new Cost.Known(new BigDecimal(usd));
  }

  private static Cost times(Cost cost, long count) {
    return cost instanceof Cost.Known known
        ? new Cost.Known(known.usd().multiply(BigDecimal.valueOf(count)))
        : cost;
  }
}
