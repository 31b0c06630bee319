package dev.rapport.store;

import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Counts turns that wait or are set aside, by an index that holds no others. */
record SqlBacklog(Database database) implements Backlog {
  private static final String OPEN = " FROM turn WHERE state IN ('WAITING', 'BURIED')";
  private static final String COUNTS =
      """
      SUM(CASE WHEN state = 'WAITING' THEN 1 ELSE 0 END) AS waiting,
      SUM(CASE WHEN state = 'BURIED' THEN 1 ELSE 0 END) AS buried,
      MIN(CASE WHEN state = 'WAITING' THEN arrived_ms END) AS oldest""";

  @Override
  public Item of(PersonRef person) {
    return database
        .one(
            "count what waits of " + person,
            sql ->
                sql.first(
                    "SELECT tenant, user_id, "
                        + COUNTS
                        + OPEN
                        + " AND tenant = ? AND user_id = ? GROUP BY tenant, user_id",
                    SqlBacklog::item,
                    person.tenant().value(),
                    person.user().value()))
        .orElse(new Item(person, 0, Instant.MAX, 0));
  }

  @Override
  public List<Item> of(TenantId tenant, String after, int limit) {
    return database.one(
        "list what waits of " + tenant,
        sql ->
            sql.list(
                "SELECT tenant, user_id, "
                    + COUNTS
                    + OPEN
                    + " AND tenant = ? AND user_id > ? GROUP BY tenant, user_id"
                    + " ORDER BY user_id LIMIT ?",
                SqlBacklog::item,
                tenant.value(),
                after,
                limit));
  }

  @Override
  public Totals totals(TenantId tenant) {
    return database.one(
        "count what waits of " + tenant,
        sql ->
            sql.first(
                    "SELECT COUNT(DISTINCT user_id) AS people, "
                        + COUNTS
                        + OPEN
                        + " AND tenant = ?",
                    SqlBacklog::totals,
                    tenant.value())
                .orElseThrow());
  }

  @Override
  public Totals totals() {
    return database.one(
        "count what waits",
        sql ->
            sql.first(
                    "SELECT COUNT(DISTINCT tenant || ':' || user_id) AS people, " + COUNTS + OPEN,
                    SqlBacklog::totals)
                .orElseThrow());
  }

  private static Item item(ResultSet row) throws SQLException {
    PersonRef person =
        new PersonRef(new TenantId(row.getString("tenant")), new UserId(row.getString("user_id")));
    return new Item(person, row.getLong("waiting"), oldest(row), row.getLong("buried"));
  }

  private static Totals totals(ResultSet row) throws SQLException {
    return new Totals(
        row.getLong("people"), row.getLong("waiting"), oldest(row), row.getLong("buried"));
  }

  private static Instant oldest(ResultSet row) throws SQLException {
    long millis = row.getLong("oldest");
    return row.wasNull() ? Instant.MAX : Instant.ofEpochMilli(millis);
  }
}
