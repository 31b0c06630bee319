package dev.rapport.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Connections to a PostgreSQL server, to tables that are up to date. */
final class PostgresPool {
  /** Connections kept open when there is nothing to do. */
  private static final int IDLE = 2;

  private static final int FOR_MIGRATION = 3;

  /**
   * A process that freezes in the middle of a transaction holds its locks, and would hold up all
   * others for as long as it is frozen. So the server ends what waits for its process too long.
   */
  private static final String NOBODY_WAITS_FOR_THE_FROZEN =
      "SET idle_in_transaction_session_timeout = '10s'";

  private PostgresPool() {}

  /**
   * @param url as of {@link PostgresStore#open}
   * @throws StoreException if nobody answers, or the tables cannot be brought up to date
   */
  static HikariDataSource migrated(
      String url, String user, String password, PostgresConfig config, PostgresFaults faults) {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(url);
    if (!user.isEmpty()) {
      settings.setUsername(user);
      settings.setPassword(password);
    }
    settings.setConnectionTimeout(config.patience().toMillis());
    migrate(settings, faults);
    settings.setPoolName("rapport-store");
    settings.setMaximumPoolSize(config.connections());
    settings.setMinimumIdle(Math.min(IDLE, config.connections()));
    settings.setConnectionInitSql(NOBODY_WAITS_FOR_THE_FROZEN);
    return connect(settings, faults);
  }

  private static HikariDataSource connect(HikariConfig settings, PostgresFaults faults) {
    try {
      return new HikariDataSource(settings);
    } catch (PoolInitializationException e) {
      throw e.getCause() instanceof SQLException fault
          ? faults.explain("connect", fault)
          : new StoreException("Could not connect to the store %s.".formatted(faults.url()), e);
    }
  }

  /** On connections of its own: a transaction of it may wait long for another. */
  private static void migrate(HikariConfig given, PostgresFaults faults) {
    HikariConfig settings = new HikariConfig();
    given.copyStateTo(settings);
    settings.setPoolName("rapport-migration");
    settings.setMaximumPoolSize(FOR_MIGRATION);
    settings.setMinimumIdle(0);
    try (HikariDataSource connections = connect(settings, faults)) {
      Flyway.configure(PostgresStore.class.getClassLoader())
          .dataSource(connections)
          .locations("classpath:db/postgres")
          .table("rapport_schema")
          .baselineOnMigrate(true) // an engine may have its tables there already
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "Could not bring the tables of the store %s up to date: %s"
              .formatted(faults.url(), e.getMessage()),
          e);
    }
  }
}
