package dev.rapport.store;

import dev.rapport.learn.MemoryStore;
import dev.rapport.work.CallJournal;
import dev.rapport.work.Ledger;
import dev.rapport.work.WakeList;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * Everything durable in one SQLite file that only its owner can read. Every method of what it gives
 * is one transaction. What has returned survives {@code kill -9}; a power cut may undo the last
 * seconds as if they had not been. Safe for several threads; several processes may open the same
 * file.
 */
public final class SqliteStore implements AutoCloseable {
  /** The counter named on pages nobody has written on, unless told otherwise. */
  public static final String DEFAULT_TOKENIZER = "o200k";

  private final Database database;
  private final SqlMemory memory;

  private SqliteStore(Database database, String tokenizer) {
    this.database = database;
    this.memory = new SqlMemory(database, tokenizer, new SecureRandom());
  }

  /**
   * Opens the file, making it and its folder if need be.
   *
   * @throws StoreException if it cannot be opened or is of a newer version
   */
  public static SqliteStore open(Path file) {
    return open(file, DEFAULT_TOKENIZER);
  }

  /**
   * @param tokenizer names the counter of pages nobody has written on yet
   */
  public static SqliteStore open(Path file, String tokenizer) {
    return new SqliteStore(SqliteFile.open(file), tokenizer);
  }

  /** A store that is gone when closed. */
  public static SqliteStore inMemory() {
    return new SqliteStore(SqliteFile.inMemory(), DEFAULT_TOKENIZER);
  }

  public MemoryStore memory() {
    return memory;
  }

  public CallJournal journal() {
    return new SqlJournal(database);
  }

  public Ledger ledger() {
    return new SqlLedger(database);
  }

  /** The ledger's reading side. */
  public LedgerBook ledgerBook() {
    return new SqlLedger(database);
  }

  public WakeList wakeList() {
    return new SqlWakeList(database);
  }

  SqlMemory sqlMemory() {
    return memory;
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
  }
}
