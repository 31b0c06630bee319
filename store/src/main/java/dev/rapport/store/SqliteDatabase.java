package dev.rapport.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * One SQLite connection, used by one thread at a time. A transaction that writes takes SQLite's
 * write lock at its beginning, so that none fails half way because another process wrote meanwhile.
 */
final class SqliteDatabase implements Database {
  private final ReentrantLock lock = new ReentrantLock();
  private final Connection connection;
  private final Sql sql;
  private final SqliteFaults faults;

  SqliteDatabase(Connection connection, SqliteFaults faults) {
    this.connection = connection;
    this.sql = new Sql(connection, Dialect.SQLITE);
    this.faults = faults;
  }

  @Override
  public <T> T one(String doing, Work<T> work) {
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

  @Override
  public <T> T read(String doing, Work<T> work) {
    return locked("BEGIN", doing, work, result -> true);
  }

  @Override
  public <T> T write(String doing, Work<T> work) {
    return locked("BEGIN IMMEDIATE", doing, work, result -> true);
  }

  @Override
  public boolean writeOrNot(String doing, Work<Boolean> work) {
    return locked("BEGIN IMMEDIATE", doing, work, done -> done);
  }

  private <T> T locked(String begin, String doing, Work<T> work, Predicate<T> keep) {
    return one(doing, db -> new Transaction(db, Transaction.Start.by(begin)).run(work, keep));
  }

  /**
   * Empties the write-ahead log, which keeps old pages of the file until then. In the file itself
   * deleted words are overwritten at once ({@code secure_delete}).
   */
  @Override
  public void overwriteDeleted() {
    one(
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
