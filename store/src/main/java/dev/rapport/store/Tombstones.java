package dev.rapport.store;

import dev.rapport.forget.Tombstone;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** The table of what must stay forgotten. */
record Tombstones(PersonRows rows) {
  private static final Comparator<Tombstone> OLDEST_FIRST =
      Comparator.comparing(Tombstone::at).thenComparing(Tombstone::id);

  List<Tombstone> all() throws SQLException {
    return rows
        .sql()
        .list(
            "SELECT tombstone_id, doc FROM tombstone WHERE tenant = ? AND user_id = ?",
            row -> rows.open(SealedColumn.TOMBSTONE, row.getBytes(2), row.getString(1)),
            rows.tenant(),
            rows.user())
        .stream()
        .map(doc -> TombstoneJson.read(Json.parse(doc, "A tombstone of " + rows.person())))
        .sorted(OLDEST_FIRST)
        .toList();
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
