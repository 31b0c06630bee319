package dev.rapport.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A PostgreSQL server for tests: the one that {@code RAPPORT_TEST_POSTGRES} names by a JDBC URL,
 * else one of our own that is started once and ends with this process. Where none can be had, run
 * the tests with {@code -Drapport.postgres=none}; otherwise they fail and say why.
 */
final class PostgresServer {
  private static final String GIVEN = "RAPPORT_TEST_POSTGRES";
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  /** Started when it is first needed. */
  private static final class Own {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(
            "no PostgreSQL could be started for the tests; name one in "
                + GIVEN
                + " or leave them out with -Drapport.postgres=none",
            e);
      }
    }
  }

  private PostgresServer() {}

  /** Passes the test over where it is said that there is no server to be had. */
  static void assumeWanted() {
    Assumptions.assumeFalse("none".equals(System.getProperty("rapport.postgres")));
  }

  /** The URL of a schema of its own, empty, in which only the caller has tables. */
  static String freshSchema() {
    assumeWanted();
    String given = System.getenv(GIVEN);
    String url = given == null ? Own.SERVER.getJdbcUrl("postgres", "postgres") : given;
    String schema =
        "rapport_test_%d_%d".formatted(ProcessHandle.current().pid(), SCHEMAS.incrementAndGet());
    run(url, "CREATE SCHEMA " + schema);
    if (given != null) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> run(url, "DROP SCHEMA %s CASCADE".formatted(schema))));
    }
    return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
  }

  /** Takes all rows out of a store's tables; its key stays. */
  static void empty(PostgresStore store) {
    Database database = store.sql().database();
    database.write(
        "empty the tables",
        sql -> {
          sql.run(
              """
              TRUNCATE person, page, revision, turn, tombstone, journal, replay, ledger, api_key,
                audit, wake, tenant RESTART IDENTITY
              """);
          return true;
        });
    assertThat(store.tenants()).isEmpty();
  }

  /** Every row of every table, bytes as hexadecimal digits. */
  static String copyOfAll(PostgresStore store) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Connection connection = store.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      while (tables.next()) {
        copy.copyOut("COPY \"%s\" TO STDOUT".formatted(tables.getString(1)), all);
      }
      return all.toString(UTF_8);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the tables cannot be copied", e);
    }
  }

  private static void run(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the PostgreSQL server refuses: " + sql, e);
    }
  }
}
