package dev.rapport.store;

import dev.rapport.forget.Tombstone;
import dev.rapport.person.UserId;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** The table of what must stay forgotten. */
record Tombstones(Sql sql) {
  private static final Comparator<Tombstone> OLDEST_FIRST =
      Comparator.comparing(Tombstone::at).thenComparing(Tombstone::id);

  List<Tombstone> of(UserId user) throws SQLException {
    return sql
        .list(
            "SELECT doc FROM tombstone WHERE user_id = ?",
            row -> TombstoneJson.read(Json.parse(row.getString(1), "A tombstone of " + user)),
            user.value())
        .stream()
        .sorted(OLDEST_FIRST)
        .toList();
  }

  void add(UserId user, Tombstone tombstone) throws SQLException {
    sql.update(
        """
        INSERT INTO tombstone (user_id, tombstone_id, doc) VALUES (?, ?, ?)
        ON CONFLICT (user_id, tombstone_id) DO NOTHING
        """,
        user.value(),
        tombstone.id(),
        Json.text(TombstoneJson.write(tombstone)));
  }
}
