package dev.rapport.store;

import java.time.Duration;

/**
 * How a store uses a PostgreSQL server.
 *
 * @param tokenizer names the counter of pages nobody has written on
 * @param connections most at once, 1 to 1000
 * @param patience how long to wait for a connection
 */
public record PostgresConfig(String tokenizer, int connections, Duration patience) {
  private static final int MOST = 1000;

  /** For one of a few processes on a small server. */
  public static final PostgresConfig DEFAULT =
      new PostgresConfig(Store.DEFAULT_TOKENIZER, 16, Duration.ofSeconds(10));

  public PostgresConfig {
    if (connections < 1 || connections > MOST) {
      throw new IllegalArgumentException(
          "%d connections; it must be 1 to %d".formatted(connections, MOST));
    }
    if (!patience.isPositive()) {
      throw new IllegalArgumentException("patience %s must be more than none".formatted(patience));
    }
  }

  public PostgresConfig withTokenizer(String name) {
    return new PostgresConfig(name, connections, patience);
  }

  public PostgresConfig withConnections(int most) {
    return new PostgresConfig(tokenizer, most, patience);
  }
}
