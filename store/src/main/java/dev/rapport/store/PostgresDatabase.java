package dev.rapport.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A pool of connections to PostgreSQL. Who writes about a person holds their row until the end, so
 * the default isolation is enough; who reads several things sees one moment.
 */
final class PostgresDatabase implements Database {
  /** Serialization failure and deadlock: nothing was done, and doing it again is right. */
  private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01");

  private static final int TRIES = 20;

  /** Tables that a person's words are deleted from or changed in. */
  private static final String VACUUM =
      "VACUUM person, page, revision, turn, tombstone, journal, replay";

  private final HikariDataSource pool;
  private final PostgresFaults faults;
  private final Vacuum vacuum;

  PostgresDatabase(HikariDataSource pool, PostgresFaults faults) {
    this.pool = pool;
    this.faults = faults;
    this.vacuum = Vacuum.by(this::vacuum);
  }

  HikariDataSource pool() {
    return pool;
  }

  @Override
  public <T> T one(String doing, Work<T> work) {
    return again(doing, work);
  }

  @Override
  public <T> T read(String doing, Work<T> work) {
    return inTransaction(
        Transaction.Start.by("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
        doing,
        work,
        result -> true);
  }

  @Override
  public <T> T write(String doing, Work<T> work) {
    return inTransaction(Sql::beginWithNext, doing, work, result -> true);
  }

  @Override
  public boolean writeOrNot(String doing, Work<Boolean> work) {
    return inTransaction(Sql::beginWithNext, doing, work, done -> done);
  }

  private <T> T inTransaction(
      Transaction.Start start, String doing, Work<T> work, Predicate<T> keep) {
    return again(doing, sql -> new Transaction(sql, start).run(work, keep));
  }

  private <T> T again(String doing, Work<T> work) {
    for (int tried = 1; ; tried++) {
      try {
        return connected(work);
      } catch (SQLException e) {
        if (!IN_THE_WAY.contains(String.valueOf(e.getSQLState())) || tried == TRIES) {
          throw faults.explain(doing, e);
        }
      }
    }
  }

  private <T> T connected(Work<T> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      Sql sql = new Sql(connection, Dialect.POSTGRES);
      try {
        return work.with(sql);
      } finally {
        sql.forgetStatements();
      }
    }
  }

  /**
   * Lets PostgreSQL use the space of deleted rows again, within minutes and with nobody waiting: it
   * reads whole tables. It does not overwrite the rows: until the space is used, and for as long as
   * the write-ahead log, replicas and backups are kept, what was deleted lies there sealed with a
   * key that is deleted as well.
   */
  @Override
  public void overwriteDeleted() {
    vacuum.wish();
  }

  private void vacuum() {
    one(
        "clear up what was deleted",
        sql -> {
          sql.run(VACUUM);
          return true;
        });
  }

  @Override
  public void close() {
    vacuum.close();
    pool.close();
  }
}
