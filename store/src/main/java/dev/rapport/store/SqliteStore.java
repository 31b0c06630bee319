package dev.rapport.store;

import dev.rapport.learn.MemoryStore;
import dev.rapport.person.TenantId;
import dev.rapport.work.CallJournal;
import dev.rapport.work.Ledger;
import dev.rapport.work.WakeList;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A store in one SQLite file that only its owner can read. A power cut may undo the last seconds as
 * if they had not been. The people it gives by itself are those of the default tenant.
 */
public final class SqliteStore implements Store, TenantStore {
  private final SqlStore store;
  private final TenantStore own;

  private SqliteStore(SqliteFile.Opened opened, String tokenizer) {
    this.store = new SqlStore(opened.database(), opened.master(), tokenizer, Clock.systemUTC());
    this.own = store.tenant(TenantId.DEFAULT);
  }

  /**
   * Opens the file, making it, its folder and its key file, {@code FILE.key}, if need be. A file of
   * an older version is brought up to date.
   *
   * @throws StoreException if it cannot be opened, is of a newer version, or its key is missing
   */
  public static SqliteStore open(Path file) {
    return open(file, DEFAULT_TOKENIZER);
  }

  /**
   * @param tokenizer names the counter of pages nobody has written on yet
   */
  public static SqliteStore open(Path file, String tokenizer) {
    Path name = file.toAbsolutePath().normalize();
    return open(file, tokenizer, KeySource.file(Path.of(name + ".key")));
  }

  /**
   * @param keys where the master key comes from
   */
  public static SqliteStore open(Path file, String tokenizer, KeySource keys) {
    return new SqliteStore(SqliteFile.open(file, keys), tokenizer);
  }

  /** A store that is gone when closed. */
  public static SqliteStore inMemory() {
    return new SqliteStore(SqliteFile.inMemory(), DEFAULT_TOKENIZER);
  }

  @Override
  public TenantStore tenant(TenantId tenant) {
    return store.tenant(tenant);
  }

  @Override
  public List<TenantId> tenants() {
    return store.tenants();
  }

  @Override
  public MemoryStore memory() {
    return own.memory();
  }

  @Override
  public CallJournal journal() {
    return own.journal();
  }

  @Override
  public Ledger ledger() {
    return own.ledger();
  }

  @Override
  public LedgerBook ledgerBook() {
    return own.ledgerBook();
  }

  @Override
  public WakeList wakeList() {
    return store.wakeList();
  }

  @Override
  public ApiKeys apiKeys() {
    return store.apiKeys();
  }

  @Override
  public Audit audit() {
    return store.audit();
  }

  @Override
  public Idempotency replays() {
    return store.replays();
  }

  @Override
  public Backlog backlog() {
    return store.backlog();
  }

  @Override
  public boolean answers() {
    return store.answers();
  }

  SqlStore sql() {
    return store;
  }

  Database database() {
    return store.database();
  }

  @Override
  public void close() {
    database().close();
  }
}
