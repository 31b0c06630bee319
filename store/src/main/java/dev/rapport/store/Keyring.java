package dev.rapport.store;

import java.sql.SQLException;
import java.util.Optional;

/** Knows which master key the store was sealed with, by its fingerprint. */
record Keyring(Sql sql) {
  private static final String NAME = "master_key";

  /**
   * The store's key; a new store's from now on. In a transaction that writes.
   *
   * @throws StoreException if there is none, or it is another store's
   */
  MasterKey key(KeySource source) throws SQLException {
    if (!sql.dialect().holdSettings().isEmpty()) {
      sql.run(sql.dialect().holdSettings());
    }
    Optional<String> known = fingerprint();
    MasterKey key = source.forStore(known.isEmpty());
    if (known.isEmpty()) {
      sql.update("INSERT INTO setting (name, content) VALUES (?, ?)", NAME, key.fingerprint());
    } else if (!known.get().equals(key.fingerprint())) {
      throw new StoreException(
          "The master key is not the one that the store was sealed with; nothing was changed."
              + " Give it the key file, or the "
              + KeySource.VARIABLE
              + ", that it had before.");
    }
    return key;
  }

  private Optional<String> fingerprint() throws SQLException {
    return sql.first("SELECT content FROM setting WHERE name = ?", row -> row.getString(1), NAME);
  }
}
