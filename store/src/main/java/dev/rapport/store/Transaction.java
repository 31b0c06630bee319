package dev.rapport.store;

import java.sql.SQLException;
import java.util.function.Predicate;

/** All of some work or nothing of it. */
record Transaction(Sql sql, Start start) {
  /** Opens it. */
  interface Start {
    void with(Sql sql) throws SQLException;

    static Start by(String statement) {
      return sql -> sql.run(statement);
    }
  }

  <T> T run(Database.Work<T> work, Predicate<T> keep) throws SQLException {
    start.with(sql);
    boolean committed = false;
    try {
      T result = work.with(sql);
      if (keep.test(result)) {
        sql.run("COMMIT");
        committed = true;
      }
      return result;
    } finally {
      if (!committed) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      sql.run("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself, as it does when the disk is full, or the connection is
      // gone, and the transaction with it; the first fault counts.
    }
  }
}
