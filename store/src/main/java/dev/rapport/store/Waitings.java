package dev.rapport.store;

import dev.rapport.learn.Backlog;
import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Turns that wait, counted without opening them. */
final class Waitings {
  private Waitings() {}

  /** Empty when none waits. */
  static Optional<Backlog> of(Sql sql, PersonRef person) throws SQLException {
    return sql.first(
            """
            SELECT COUNT(*), MIN(arrived_ms), MAX(arrived_ms) FROM turn
            WHERE tenant = ? AND user_id = ? AND state = 'WAITING'
            """,
            row ->
                new Backlog(
                    row.getInt(1),
                    Instant.ofEpochMilli(row.getLong(2)),
                    Instant.ofEpochMilli(row.getLong(3))),
            person.tenant().value(),
            person.user().value())
        .filter(backlog -> !backlog.isEmpty());
  }

  static List<UserId> people(Sql sql, TenantId tenant, String after, int limit)
      throws SQLException {
    return sql.list(
        """
        SELECT DISTINCT user_id FROM turn
        WHERE tenant = ? AND state = 'WAITING' AND user_id > ? ORDER BY user_id LIMIT ?
        """,
        row -> new UserId(row.getString(1)),
        tenant.value(),
        after,
        limit);
  }
}
