package dev.rapport.scheduler;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server for tests: the one that {@code RAPPORT_TEST_POSTGRES} names by a JDBC URL,
 * else one of our own that is started once and ends with this process. Where none can be had, run
 * the tests with {@code -Drapport.postgres=none}.
 */
final class PostgresServer {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  /** Started when it is first needed. */
  private static final class Own {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      } catch (IOException e) {
        throw new UncheckedIOException("no PostgreSQL could be started for the tests", e);
      }
    }
  }

  private PostgresServer() {}

  /** The URL of a schema of its own, empty. */
  static String freshSchema() {
    Assumptions.assumeFalse("none".equals(System.getProperty("rapport.postgres")));
    String given = System.getenv("RAPPORT_TEST_POSTGRES");
    String url = given == null ? Own.SERVER.getJdbcUrl("postgres", "postgres") : given;
    String schema =
        "rapport_work_%d_%d".formatted(ProcessHandle.current().pid(), SCHEMAS.incrementAndGet());
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make schema " + schema, e);
    }
    return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
  }

  /** Connections for the engine alone. */
  static HikariDataSource connections(String url, int most) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(most);
    config.addDataSourceProperty("options", "-c synchronous_commit=off");
    return new HikariDataSource(config);
  }
}
