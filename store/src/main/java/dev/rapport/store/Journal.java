package dev.rapport.store;

import dev.rapport.model.ChatReply;
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

  Optional<ChatReply> find(CallKey key) throws SQLException {
    return rows.sql()
        .first(
            """
            SELECT step, request_hash, doc FROM journal
            WHERE tenant = ? AND user_id = ? AND step = ? AND request_hash = ?
            """,
            this::kept,
            rows.tenant(),
            rows.user(),
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
