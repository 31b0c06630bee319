package dev.rapport.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings a file's tables up to date: runs the scripts in {@code db/migration} that it has not seen,
 * each in one transaction, so that two processes may start at once.
 *
 * <p>The scripts are named the way Flyway names them. Flyway itself costs one to two seconds at the
 * first start and does not lock SQLite against a second process, so it is left to servers.
 */
final class Schema {
  private static final List<String> SCRIPTS = List.of("V1__people_and_work.sql");

  private Schema() {}

  static void bringUpToDate(Database database) {
    int found = database.read("read its version", Schema::version);
    if (found > SCRIPTS.size()) {
      throw new StoreException(
          "The store has version %d, this program knows up to %d. Update the program."
              .formatted(found, SCRIPTS.size()));
    }
    if (found < SCRIPTS.size()) {
      database.write("bring its tables up to date", Schema::migrate);
    }
  }

  private static boolean migrate(Sql sql) throws SQLException {
    for (int version = version(sql); version < SCRIPTS.size(); version++) {
      for (String statement : script(SCRIPTS.get(version)).split(";\\R", -1)) {
        if (!statement.isBlank()) {
          sql.run(statement);
        }
      }
      sql.run("PRAGMA user_version = " + (version + 1));
    }
    return true;
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
