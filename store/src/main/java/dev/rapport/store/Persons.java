package dev.rapport.store;

import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The table of people and their secrets; everything else of a person hangs on a row here. */
record Persons(Sql sql) {
  List<UserId> all() throws SQLException {
    return sql
        .list(
            "SELECT user_id FROM page UNION SELECT user_id FROM turn",
            row -> new UserId(row.getString(1)))
        .stream()
        .sorted((a, b) -> a.value().compareTo(b.value()))
        .toList();
  }

  Optional<PersonKey> key(UserId user) throws SQLException {
    return sql.first(
        "SELECT secret FROM person WHERE user_id = ?",
        row -> PersonKey.of(HexFormat.of().parseHex(row.getString(1))),
        user.value());
  }

  /** Makes the person if they are not there yet. */
  PersonKey ensure(UserId user, SecureRandom random) throws SQLException {
    Optional<PersonKey> known = key(user);
    if (known.isPresent()) {
      return known.get();
    }
    byte[] secret = new byte[PersonKey.BYTES];
    random.nextBytes(secret);
    return insert(user, PersonKey.of(secret));
  }

  PersonKey insert(UserId user, PersonKey key) throws SQLException {
    sql.update(
        "INSERT INTO person (user_id, secret, next_place) VALUES (?, ?, 0)",
        user.value(),
        HexFormat.of().formatHex(key.bytes()));
    return key;
  }

  /** Everything of the person, and their name in what stays. */
  void erase(UserId user) throws SQLException {
    String id = user.value();
    remove(user);
    sql.update("DELETE FROM journal WHERE scope = ?", id);
    sql.update("DELETE FROM wake WHERE wake_key = ?", id);
    // The money was spent all the same.
    sql.update("UPDATE ledger SET scope = 'erased', step = 'erased' WHERE scope = ?", id);
  }

  /** Everything that hangs on the person's row goes with it, by ON DELETE CASCADE. */
  void remove(UserId user) throws SQLException {
    sql.update("DELETE FROM person WHERE user_id = ?", user.value());
  }
}
