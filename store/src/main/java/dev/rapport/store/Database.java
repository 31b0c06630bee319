package dev.rapport.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * One SQLite connection, used by one thread at a time. A transaction takes SQLite's write lock at
 * its beginning, so that none fails half way because another process wrote meanwhile.
 */
final class Database implements AutoCloseable {
  /** Something done with statements. */
  interface Work<T> {
    T with(Sql sql) throws SQLException;
  }

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Connection connection;
  private final Sql sql;
  private final SqliteFaults faults;

  Database(Connection connection, SqliteFaults faults) {
    this.connection = connection;
    this.sql = new Sql(connection);
    this.faults = faults;
  }

  /**
   * One statement that only reads, or several that need not agree with one another.
   *
   * @param doing for an error: "read the page of u1"
   */
  <T> T read(String doing, Work<T> work) {
    lock.lock();
    try {
      return work.with(sql);
    } catch (SQLException e) {
      // A statement that failed half way cannot be used again.
      sql.forgetStatements();
      throw faults.explain(doing, e);
    } finally {
      lock.unlock();
    }
  }

  /** One transaction: all of it, or nothing. Survives {@code kill -9} of the process. */
  <T> T write(String doing, Work<T> work) {
    return locked(doing, work, result -> true);
  }

  /** As {@link #write}, but what answers false leaves everything as it was. */
  boolean writeOrNot(String doing, Work<Boolean> work) {
    return locked(doing, work, done -> done);
  }

  private <T> T locked(String doing, Work<T> work, Predicate<T> keep) {
    return read(doing, db -> transaction(work, keep));
  }

  /**
   * Empties the write-ahead log, which keeps old pages of the file until then. In the file itself
   * deleted words are overwritten at once ({@code secure_delete}).
   */
  void overwriteDeleted() {
    read(
        "overwrite what was deleted",
        db -> {
          boolean busy =
              db.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1) != 0).orElse(false);
          if (busy) {
            throw new StoreException(
                "The words are deleted, but the write-ahead log still holds them because another"
                    + " process reads the store. Close it and repeat the command.");
          }
          return true;
        });
  }

  private <T> T transaction(Work<T> work, Predicate<T> keep) throws SQLException {
    sql.run("BEGIN IMMEDIATE");
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
      // SQLite has rolled back by itself, as it does when the disk is full; the first fault counts.
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      sql.forgetStatements();
      connection.close();
    } catch (SQLException e) {
      throw faults.explain("close the store", e);
    } finally {
      lock.unlock();
    }
  }
}
