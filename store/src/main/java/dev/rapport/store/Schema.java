package dev.rapport.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Brings an SQLite file's tables up to date: runs the scripts in {@code db/migration} that it has
 * not seen, all in one transaction, so that two processes may start at once and a kill in the
 * middle leaves the old version.
 *
 * <p>The scripts are named the way Flyway names them. Flyway itself costs one to two seconds at the
 * first start and does not lock SQLite against a second process, so it is left to PostgreSQL.
 */
record Schema(Database database, KeySource keys) {
  private static final List<String> SCRIPTS =
      List.of("V1__people_and_work.sql", "V2__tenants_and_keys.sql");

  /** The version whose tables hold words as they are. */
  private static final int PLAIN = 1;

  /**
   * @return the key of what is sealed there
   */
  MasterKey bringUpToDate() {
    int found = database.one("read its version", Schema::version);
    if (found > SCRIPTS.size()) {
      throw new StoreException(
          "The store has version %d, this program knows up to %d. Update the program."
              .formatted(found, SCRIPTS.size()));
    }
    if (found == SCRIPTS.size()) {
      return database.read("read its key", sql -> new Keyring(sql).key(keys));
    }
    MasterKey key = database.write("bring its tables up to date", this::migrate);
    if (found == PLAIN) {
      // The old tables' space is overwritten already; this gives it back.
      database.one(
          "give back the space of its old tables",
          sql -> {
            sql.forgetStatements();
            sql.run("VACUUM");
            return true;
          });
      database.overwriteDeleted();
    }
    return key;
  }

  private MasterKey migrate(Sql sql) throws SQLException {
    int found = version(sql);
    for (int version = found; version < SCRIPTS.size(); version++) {
      for (String statement : script(SCRIPTS.get(version)).split(";\\R", -1)) {
        if (!statement.isBlank()) {
          sql.run(statement);
        }
      }
      sql.run("PRAGMA user_version = " + (version + 1));
    }
    MasterKey key = new Keyring(sql).key(keys);
    if (found <= PLAIN) {
      new PlainTables(sql, key).takeOver(Instant.now());
    }
    return key;
  }

  private static int version(Sql sql) throws SQLException {
    return sql.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
  }

  private static String script(String name) {
    String path = "/db/migration/" + name;
    try (InputStream in = Schema.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("resource %s is missing from the jar".formatted(path));
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource %s cannot be read".formatted(path), e);
    }
  }
}
