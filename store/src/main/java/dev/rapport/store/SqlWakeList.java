package dev.rapport.store;

import dev.rapport.work.WakeList;
import java.sql.SQLException;
import java.util.List;

/** Keys that may have work. */
final class SqlWakeList implements WakeList {
  private final Database database;

  SqlWakeList(Database database) {
    this.database = database;
  }

  @Override
  public void wake(String kind, String key) {
    database.write(
        "wake " + kind,
        sql -> {
          long stamp = nextStamp(sql);
          return sql.update(
              """
              INSERT INTO wake (kind, wake_key, first_stamp, last_stamp) VALUES (?, ?, ?, ?)
              ON CONFLICT (kind, wake_key) DO UPDATE SET last_stamp = excluded.last_stamp
              """,
              kind,
              key,
              stamp,
              stamp);
        });
  }

  /**
   * Another one for each wake, so that no two are taken for one another. SQLite has one writer
   * anyway; on PostgreSQL a row of stamps would make all wakes wait for each other's commit.
   */
  private static long nextStamp(Sql sql) throws SQLException {
    String next =
        switch (sql.dialect()) {
          case SQLITE -> {
            sql.update("UPDATE stamp SET last_value = last_value + 1 WHERE name = 'wake'");
            yield "SELECT last_value FROM stamp WHERE name = 'wake'";
          }
          case POSTGRES -> "SELECT nextval('wake_stamp')";
        };
    return sql.first(next, row -> row.getLong(1)).orElseThrow();
  }

  @Override
  public List<Entry> all() {
    return database.one(
        "read the wake list",
        sql ->
            sql.list(
                "SELECT kind, wake_key, last_stamp FROM wake ORDER BY first_stamp",
                row -> new Entry(row.getString(1), row.getString(2), row.getLong(3))));
  }

  @Override
  public long wakes(String kind, String key) {
    return database
        .one(
            "read the wake list",
            sql ->
                sql.first(
                    "SELECT last_stamp FROM wake WHERE kind = ? AND wake_key = ?",
                    row -> row.getLong(1),
                    kind,
                    key))
        .orElse(0L);
  }

  @Override
  public boolean remove(Entry entry) {
    return database.write(
        "take a key off the wake list",
        sql ->
            sql.update(
                    "DELETE FROM wake WHERE kind = ? AND wake_key = ? AND last_stamp = ?",
                    entry.kind(),
                    entry.key(),
                    entry.wakes())
                > 0);
  }
}
