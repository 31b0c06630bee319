package dev.rapport.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Makes the file, for its owner alone, and opens it. */
final class SqliteFile {
  private static final Duration WAIT_FOR_OTHERS = Duration.ofSeconds(15);

  /** A database whose tables are up to date, and the key of what is sealed there. */
  record Opened(Database database, MasterKey master) {}

  private SqliteFile() {}

  static Opened open(Path file, KeySource keys) {
    Path path = file.toAbsolutePath().normalize();
    if (path.toString().contains("?")) {
      throw new StoreException(
          "The store %s has a \"?\" in its name, which SQLite takes for options; rename it."
              .formatted(path));
    }
    try {
      PrivateFiles.ensure(path);
    } catch (IOException e) {
      throw new StoreException(
          "Could not make the store %s (%s). Choose a folder of your own with --store."
              .formatted(path, e),
          e);
    }
    return connect("jdbc:sqlite:" + path, path.toString(), keys);
  }

  static Opened inMemory() {
    return connect("jdbc:sqlite::memory:", "in memory", KeySource.random());
  }

  private static Opened connect(String url, String name, KeySource keys) {
    SqliteFaults faults = new SqliteFaults(name);
    Database database;
    try {
      database = new SqliteDatabase(JDBC.createConnection(url, settings()), faults);
    } catch (SQLException e) {
      throw faults.explain("open it", e);
    }
    try {
      return new Opened(database, new Schema(database, keys).bringUpToDate());
    } catch (StoreException e) {
      database.close();
      throw e;
    }
  }

  /**
   * NORMAL in WAL mode keeps every commit through a kill of the process. A power cut may take the
   * last seconds' commits, the newest first, and damages nothing: what is lost is read or paid for
   * again. FULL would cost a disk flush, 1 to 10 ms, for each.
   */
  private static Properties settings() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) WAIT_FOR_OTHERS.toMillis());
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.enforceForeignKeys(true);
    // Temporary tables hold people's words too; keep them out of the temporary folder.
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    Properties properties = config.toProperties();
    properties.setProperty(SQLiteConfig.Pragma.SECURE_DELETE.pragmaName, "true");
    return properties;
  }
}
