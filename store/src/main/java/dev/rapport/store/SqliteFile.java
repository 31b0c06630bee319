package dev.rapport.store;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Makes the file, for its owner alone, and opens it. */
final class SqliteFile {
  private static final Duration WAIT_FOR_OTHERS = Duration.ofSeconds(15);

  private SqliteFile() {}

  static Database open(Path file) {
    Path path = file.toAbsolutePath().normalize();
    if (path.toString().contains("?")) {
      throw new StoreException(
          "The store %s has a \"?\" in its name, which SQLite takes for options; rename it."
              .formatted(path));
    }
    try {
      makePrivate(path);
    } catch (IOException e) {
      throw new StoreException(
          "Could not make the store %s (%s). Choose a folder of your own with --store."
              .formatted(path, e),
          e);
    }
    return connect("jdbc:sqlite:" + path, path.toString());
  }

  static Database inMemory() {
    return connect("jdbc:sqlite::memory:", "in memory");
  }

  private static Database connect(String url, String name) {
    SqliteFaults faults = new SqliteFaults(name);
    try {
      Connection connection = JDBC.createConnection(url, settings());
      Database database = new Database(connection, faults);
      Schema.bringUpToDate(database);
      return database;
    } catch (SQLException e) {
      throw faults.explain("open it", e);
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

  /** SQLite gives its two companion files the same permissions as the file. */
  private static void makePrivate(Path file) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    Path folder = file.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      if (posix) {
        Files.createDirectories(folder, asFileAttribute(fromString("rwx------")));
      } else {
        Files.createDirectories(folder);
      }
    }
    if (!posix) {
      return;
    }
    try {
      Files.createFile(file, asFileAttribute(fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      if (Files.isRegularFile(file) && Files.isWritable(file)) {
        Files.setPosixFilePermissions(file, fromString("rw-------"));
      }
    }
  }
}
