package dev.rapport.store;

import java.sql.SQLException;

/** Runs statements, one by one or in transactions. Safe for several threads. */
interface Database extends AutoCloseable {
  /** Something done with statements. It may be done again when others were in its way. */
  interface Work<T> {
    T with(Sql sql) throws SQLException;
  }

  /**
   * One statement that only reads.
   *
   * @param doing for an error: "read the page of u1"
   */
  <T> T one(String doing, Work<T> work);

  /** Several statements that only read, all at the same moment. */
  <T> T read(String doing, Work<T> work);

  /** One transaction: all of it, or nothing. Survives {@code kill -9} of the process. */
  <T> T write(String doing, Work<T> work);

  /** As {@link #write}, but what answers false leaves everything as it was. */
  boolean writeOrNot(String doing, Work<Boolean> work);

  /** Takes away what the database keeps of deleted rows, as far as it can. */
  void overwriteDeleted();

  @Override
  void close();
}
