package dev.rapport.store;

import dev.rapport.person.TenantId;
import dev.rapport.work.WakeList;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/**
 * A store on a PostgreSQL server, for services and for several processes at once.
 *
 * <p>Some minutes after something was forgotten or somebody erased, the tables are vacuumed, in the
 * background: to forget does not wait for it. The server does not overwrite what it deletes: until
 * its space is used again, and as long as its write-ahead log, replicas and backups are kept, the
 * old rows lie there, sealed, and so does the person's old data key, sealed with the master key.
 * Who has those files and the master key could open them; who has one of the two cannot. Keep logs
 * and backups no longer than you may, and the master key apart from them.
 */
public final class PostgresStore implements Store {
  private final PostgresDatabase database;
  private final SqlStore store;

  private PostgresStore(PostgresDatabase database, MasterKey master, PostgresConfig config) {
    this.database = database;
    this.store = new SqlStore(database, master, config.tokenizer(), Clock.systemUTC());
  }

  /**
   * Connects, and makes the tables or brings them up to date.
   *
   * @param url as {@code jdbc:postgresql://host/database}; its user and password are used where
   *     {@code user} is empty
   * @param keys where the master key comes from; the same for all processes
   * @throws StoreException if that fails
   */
  public static PostgresStore open(
      String url, String user, String password, KeySource keys, PostgresConfig config) {
    PostgresFaults faults = new PostgresFaults(url.replaceFirst("\\?.*", ""));
    PostgresDatabase database =
        new PostgresDatabase(PostgresPool.migrated(url, user, password, config, faults), faults);
    try {
      MasterKey master = database.write("read its key", sql -> new Keyring(sql).key(keys));
      return new PostgresStore(database, master, config);
    } catch (StoreException e) {
      database.close();
      throw e;
    }
  }

  /** The pool, for an engine that keeps its own tables in the same database. */
  public DataSource dataSource() {
    return database.pool();
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

  @Override
  public void close() {
    database.close();
  }
}
