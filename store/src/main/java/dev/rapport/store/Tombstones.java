package dev.rapport.store;

import dev.rapport.forget.Tombstone;
import dev.rapport.person.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** The table of what must stay forgotten. */
record Tombstones(PersonRows rows) {
  private static final Comparator<Tombstone> OLDEST_FIRST =
      Comparator.comparing(Tombstone::at).thenComparing(Tombstone::id);

  /** In one statement: mostly there is none. */
  static List<Tombstone> all(Persons persons, UserId user) throws SQLException {
    return persons
        .sql()
        .list(
            """
            SELECT t.tombstone_id, t.doc, p.data_key FROM tombstone t
            JOIN person p ON p.tenant = t.tenant AND p.user_id = t.user_id
            WHERE t.tenant = ? AND t.user_id = ?
            """,
            row -> new Tombstones(persons.rows(user, row.getBytes(3))).tombstone(row),
            persons.tenant().value(),
            user.value())
        .stream()
        .sorted(OLDEST_FIRST)
        .toList();
  }

  private Tombstone tombstone(ResultSet row) throws SQLException {
    String doc = rows.open(SealedColumn.TOMBSTONE, row.getBytes(2), row.getString(1));
    return TombstoneJson.read(Json.parse(doc, "A tombstone of " + rows.person()));
  }

  void add(Tombstone tombstone) throws SQLException {
    String doc = Json.text(TombstoneJson.write(tombstone));
    rows.sql()
        .update(
            """
            INSERT INTO tombstone (tenant, user_id, tombstone_id, doc) VALUES (?, ?, ?, ?)
            ON CONFLICT (tenant, user_id, tombstone_id) DO NOTHING
            """,
            rows.tenant(),
            rows.user(),
            tombstone.id(),
            rows.seal(SealedColumn.TOMBSTONE, doc, tombstone.id()));
  }
}
