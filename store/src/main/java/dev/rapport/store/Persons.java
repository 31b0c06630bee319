package dev.rapport.store;

import dev.rapport.person.PersonKey;
import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table of people and their keys; everything else of a person hangs on a row here. */
record Persons(Sql sql, TenantId tenant, MasterKey master) {
  /** As many as there are people. */
  static final int ALL = Integer.MAX_VALUE;

  /** Those who have a page or turns, behind an id, in order. */
  List<UserId> after(String user, int limit) throws SQLException {
    return sql.list(
        """
        SELECT user_id FROM person p WHERE tenant = ? AND user_id > ? AND (
          EXISTS (SELECT 1 FROM page WHERE tenant = p.tenant AND user_id = p.user_id)
          OR EXISTS (SELECT 1 FROM turn WHERE tenant = p.tenant AND user_id = p.user_id))
        ORDER BY user_id LIMIT ?
        """,
        row -> new UserId(row.getString(1)),
        tenant.value(),
        user,
        limit);
  }

  /** To read. */
  Optional<PersonRows> find(UserId user) throws SQLException {
    return find(user, "");
  }

  /** To write: nobody else writes about this person until the transaction ends. */
  Optional<PersonRows> lock(UserId user) throws SQLException {
    return find(user, sql.dialect().forUpdate());
  }

  private Optional<PersonRows> find(UserId user, String lock) throws SQLException {
    Optional<byte[]> wrapped =
        sql.first(
            "SELECT data_key FROM person WHERE tenant = ? AND user_id = ?" + lock,
            row -> row.getBytes(1),
            tenant.value(),
            user.value());
    return wrapped.map(key -> rows(user, key));
  }

  /**
   * @param wrapped the person's data key as it lies in their row
   */
  PersonRows rows(UserId user, byte[] wrapped) {
    PersonRef person = new PersonRef(tenant, user);
    return new PersonRows(sql, person, master.unwrap(wrapped, person));
  }

  /** Keys the hashes of the person's words. In one statement. */
  Optional<PersonKey> secret(UserId user) throws SQLException {
    return sql.first(
        "SELECT data_key, secret FROM person WHERE tenant = ? AND user_id = ?",
        row -> {
          byte[] secret = row.getBytes(2);
          return PersonKey.of(
              rows(user, row.getBytes(1)).open(SealedColumn.SECRET, secret, List.of()));
        },
        tenant.value(),
        user.value());
  }

  /** As {@link #secret}; makes the person if they are not there yet. */
  PersonKey ensuredSecret(UserId user) throws SQLException {
    ensure(user);
    return secret(user).orElseThrow();
  }

  /** As {@link #lock}; makes the person if they are not there yet. */
  PersonRows ensure(UserId user) throws SQLException {
    Optional<PersonRows> known = lock(user);
    if (known.isPresent()) {
      return known.get();
    }
    insert(user, PersonKey.of(AesKey.randomBytes(PersonKey.BYTES)));
    // Another process may have been first, and its key is the one that counts.
    return lock(user).orElseThrow();
  }

  /**
   * @return false when somebody else has made them meanwhile
   */
  boolean insert(UserId user, PersonKey secret) throws SQLException {
    PersonRef person = new PersonRef(tenant, user);
    PersonRows rows = new PersonRows(sql, person, AesKey.random());
    sql.update(
        "INSERT INTO tenant (tenant) VALUES (?) ON CONFLICT (tenant) DO NOTHING", tenant.value());
    int made =
        sql.update(
            """
        INSERT INTO person (tenant, user_id, data_key, secret, next_place) VALUES (?, ?, ?, ?, 0)
        ON CONFLICT (tenant, user_id) DO NOTHING
        """,
            tenant.value(),
            user.value(),
            master.wrap(rows.key(), person),
            rows.seal(SealedColumn.SECRET, secret.bytes(), List.of()));
    return made > 0;
  }

  /** A new data key; whatever was sealed with the old one and still lies somewhere is noise. */
  PersonRows rotate(PersonRows from) throws SQLException {
    PersonRows to = new PersonRows(sql, from.person(), AesKey.random());
    sql.update(
        "UPDATE person SET data_key = ? WHERE tenant = ? AND user_id = ?",
        master.wrap(to.key(), to.person()),
        to.tenant(),
        to.user());
    for (SealedColumn column : SealedColumn.ALL) {
      column.reseal(from, to);
    }
    return to;
  }

  /**
   * Everything that hangs on the person's row goes with it, by ON DELETE CASCADE; so does the key.
   */
  void remove(UserId user) throws SQLException {
    sql.update("DELETE FROM person WHERE tenant = ? AND user_id = ?", tenant.value(), user.value());
  }
}
