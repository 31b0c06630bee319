package dev.rapport.store;

import java.sql.SQLException;
import java.util.function.Predicate;

/**
 * What is written down about dealings with a person: the ledger and the audit. Neither should hold
 * their words; should one have come in, a forget takes it out and leaves the rest.
 */
record Records(PersonRows rows) {
  private static final String FORGOTTEN = "forgotten";

  void forget(Predicate<String> texts) throws SQLException {
    forget("ledger", "scope", "step", texts);
    forget("audit", "user_id", "action", texts);
    forget("audit", "user_id", "target", texts);
  }

  private void forget(String table, String who, String column, Predicate<String> texts)
      throws SQLException {
    String mine = " WHERE tenant = ? AND %s = ?".formatted(who);
    for (String text :
        rows.sql()
            .list(
                "SELECT DISTINCT %s FROM %s%s".formatted(column, table, mine),
                row -> row.getString(1),
                rows.tenant(),
                rows.user())) {
      if (texts.test(text)) {
        rows.sql()
            .update(
                "UPDATE %1$s SET %2$s = ?%3$s AND %2$s = ?".formatted(table, column, mine),
                FORGOTTEN,
                rows.tenant(),
                rows.user(),
                text);
      }
    }
  }
}
