package dev.rapport.store;

import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The table of what was done. */
record SqlAudit(Database database, MasterKey master) implements Audit {
  private static final String SELECT =
      "SELECT number, at_ms, tenant, user_id, actor, action, target FROM audit";
  private static final String NEWEST_FIRST = " AND number < ? ORDER BY number DESC LIMIT ?";

  @Override
  public void append(Entry entry) {
    database.write(
        "write down what was done",
        sql ->
            sql.update(
                """
                INSERT INTO audit (at_ms, tenant, user_id, actor, action, target)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                entry.at().toEpochMilli(),
                entry.tenant().value(),
                entry.user(),
                entry.actor(),
                entry.action(),
                entry.target()));
  }

  @Override
  public List<Numbered> of(PersonRef person, long before, int limit) {
    return database.one(
        "read what was done about " + person,
        sql ->
            sql.list(
                SELECT + " WHERE tenant = ? AND user_id = ?" + NEWEST_FIRST,
                SqlAudit::numbered,
                person.tenant().value(),
                person.user().value(),
                before,
                limit));
  }

  @Override
  public List<Numbered> of(TenantId tenant, long before, int limit) {
    return database.one(
        "read what was done for " + tenant,
        sql ->
            sql.list(
                SELECT + " WHERE tenant = ?" + NEWEST_FIRST,
                SqlAudit::numbered,
                tenant.value(),
                before,
                limit));
  }

  @Override
  public String nameOnceErased(PersonRef person) {
    return master.erasedName(person);
  }

  private static Numbered numbered(ResultSet row) throws SQLException {
    return new Numbered(
        row.getLong("number"),
        new Entry(
            Instant.ofEpochMilli(row.getLong("at_ms")),
            new TenantId(row.getString("tenant")),
            row.getString("user_id"),
            row.getString("actor"),
            row.getString("action"),
            row.getString("target")));
  }
}
