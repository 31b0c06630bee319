package dev.rapport.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;

/** The databases that a store must be the same on. */
enum Backend {
  SQLITE {
    @Override
    Store open(Path folder) {
      return SqliteStore.open(folder.resolve("rapport.db"));
    }

    @Override
    SqlStore sql(Store store) {
      return ((SqliteStore) store).sql();
    }

    @Override
    boolean holds(Store store, Path folder, byte[] wanted) throws IOException {
      return new FileBytes(folder).count(wanted) > 0;
    }
  },

  POSTGRES {
    @Override
    Store open(Path folder) {
      PostgresServer.assumeWanted();
      PostgresServer.empty(Shared.STORE);
      return Shared.STORE;
    }

    @Override
    SqlStore sql(Store store) {
      return ((PostgresStore) store).sql();
    }

    @Override
    boolean holds(Store store, Path folder, byte[] wanted) {
      String everything = PostgresServer.copyOfAll((PostgresStore) store);
      return everything.contains(new String(wanted, UTF_8))
          || everything.contains(HexFormat.of().formatHex(wanted));
    }

    @Override
    void close(Store store) {
      // The next test has it.
    }
  };

  /** One for all tests of a process: its tables are emptied for each. */
  private static final class Shared {
    static final PostgresStore STORE =
        PostgresStore.open(
            PostgresServer.freshSchema(), "", "", KeySource.random(), PostgresConfig.DEFAULT);
  }

  /** An empty store. */
  abstract Store open(Path folder);

  /** What lies behind it. */
  abstract SqlStore sql(Store store);

  /** Whether these bytes are anywhere in what the database keeps. */
  abstract boolean holds(Store store, Path folder, byte[] wanted) throws IOException;

  void close(Store store) {
    store.close();
  }
}
