package dev.rapport.store;

import dev.rapport.model.ChatReply;
import dev.rapport.person.UserId;
import dev.rapport.work.CallKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The table of paid replies, of one person or run. */
record Journal(PersonRows rows) {
  /** A reply and what it was for. */
  record Kept(String step, String hash, ChatReply reply) {}

  /** In one statement: mostly there is none. */
  static Optional<ChatReply> find(Persons persons, UserId scope, CallKey key) throws SQLException {
    return persons
        .sql()
        .first(
            """
            SELECT j.step, j.request_hash, j.doc, p.data_key FROM journal j
            JOIN person p ON p.tenant = j.tenant AND p.user_id = j.user_id
            WHERE j.tenant = ? AND j.user_id = ? AND j.step = ? AND j.request_hash = ?
            """,
            row -> new Journal(persons.rows(scope, row.getBytes(4))).kept(row),
            persons.tenant().value(),
            scope.value(),
            key.step(),
            key.hash())
        .map(Kept::reply);
  }

  List<Kept> all() throws SQLException {
    return rows.sql()
        .list(
            """
            SELECT step, request_hash, doc FROM journal WHERE tenant = ? AND user_id = ?
            ORDER BY step, request_hash
            """,
            this::kept,
            rows.tenant(),
            rows.user());
  }

  private Kept kept(ResultSet row) throws SQLException {
    String step = row.getString(1);
    String hash = row.getString(2);
    String doc = rows.open(SealedColumn.REPLY, row.getBytes(3), step, hash);
    return new Kept(step, hash, ReplyJson.read(doc));
  }

  void store(CallKey key, ChatReply reply) throws SQLException {
    String doc = ReplyJson.write(reply);
    rows.sql()
        .update(
            """
            INSERT INTO journal (tenant, user_id, step, request_hash, doc) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tenant, user_id, step, request_hash) DO NOTHING
            """,
            rows.tenant(),
            rows.user(),
            key.step(),
            key.hash(),
            rows.seal(SealedColumn.REPLY, doc, key.step(), key.hash()));
  }

  void forget(Predicate<String> texts) throws SQLException {
    for (Kept kept : all()) {
      if (texts.test(kept.reply().text()) || texts.test(kept.reply().thinking())) {
        rows.sql()
            .update(
                """
                DELETE FROM journal
                WHERE tenant = ? AND user_id = ? AND step = ? AND request_hash = ?
                """,
                rows.tenant(),
                rows.user(),
                kept.step(),
                kept.hash());
      }
    }
  }

  void clear() throws SQLException {
    rows.sql()
        .update("DELETE FROM journal WHERE tenant = ? AND user_id = ?", rows.tenant(), rows.user());
  }
}
