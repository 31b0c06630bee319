package dev.rapport.cli;

import dev.rapport.store.KeySource;
import dev.rapport.store.PostgresConfig;
import dev.rapport.store.PostgresStore;
import dev.rapport.store.SqliteStore;
import dev.rapport.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where memories are kept. */
sealed interface StorePlace {
  /** Opens it, making its tables if need be. */
  Store open(String tokenizer);

  /** The files its data is in, as far as they are on this machine. */
  List<Path> files();

  /** Its key lies beside it, in {@code FILE.key}. */
  record SqliteFile(Path path) implements StorePlace {
    @Override
    public Store open(String tokenizer) {
      return SqliteStore.open(path, tokenizer);
    }

    @Override
    public List<Path> files() {
      return List.of(
          path,
          path.resolveSibling(path.getFileName() + "-wal"),
          path.resolveSibling(path.getFileName() + "-shm"));
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /**
   * A PostgreSQL server.
   *
   * @param url as {@code jdbc:postgresql://host/database}
   * @param keyFile holds the master key where {@code RAPPORT_MASTER_KEY} does not
   * @param environment for credentials
   */
  record PostgresServer(String url, Path keyFile, Map<String, String> environment)
      implements StorePlace {
    static final String USER = "RAPPORT_STORE_USER";
    static final String PASSWORD = "RAPPORT_STORE_PASSWORD";

    public PostgresServer {
      environment = Map.copyOf(environment);
    }

    @Override
    public Store open(String tokenizer) {
      return PostgresStore.open(
          url,
          environment.getOrDefault(USER, ""),
          environment.getOrDefault(PASSWORD, ""),
          key(),
          PostgresConfig.DEFAULT.withTokenizer(tokenizer));
    }

    private KeySource key() {
      String key = environment.getOrDefault(KeySource.VARIABLE, "");
      return key.isBlank() ? KeySource.file(keyFile) : KeySource.environment(key);
    }

    @Override
    public List<Path> files() {
      return List.of();
    }

    /** Without what may be a password. */
    @Override
    public String toString() {
      return url.replaceFirst("\\?.*", "");
    }
  }
}
