package dev.rapport.scheduler;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements on a database, each transaction on a connection of its own. */
record Sql(DataSource database) {
  /** Something done on a connection. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Reads one row where the result set stands. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /**
   * All of it, or nothing.
   *
   * @param doing for an error: "wake a key"
   */
  <T> T transaction(String doing, Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.with(connection);
        connection.commit();
        return result;
      } finally {
        // What was committed is not undone by it.
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failed(doing, e);
    }
  }

  /** One statement. */
  <T> T one(String doing, Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw failed(doing, e);
    }
  }

  private static SchedulerException failed(String doing, SQLException e) {
    return new SchedulerException(
        "Could not %s: the database answers with state %s. Check that it runs and may be written."
            .formatted(doing, e.getSQLState()),
        e);
  }

  static int update(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = bound(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  static <T> List<T> list(Connection connection, String sql, Row<T> row, Object... values)
      throws SQLException {
    List<T> found = new ArrayList<>();
    try (PreparedStatement statement = bound(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(row.of(rows));
      }
    }
    return found;
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static PreparedStatement bound(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
