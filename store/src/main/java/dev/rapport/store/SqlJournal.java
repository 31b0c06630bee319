package dev.rapport.store;

import dev.rapport.model.ChatReply;
import dev.rapport.work.CallJournal;
import dev.rapport.work.CallKey;
import java.util.Optional;

/** Paid replies, until their work is finished. */
final class SqlJournal implements CallJournal {
  private final Database database;

  SqlJournal(Database database) {
    this.database = database;
  }

  @Override
  public Optional<ChatReply> find(CallKey key) {
    return database
        .read(
            "look for a paid reply",
            sql ->
                sql.first(
                    "SELECT doc FROM journal WHERE scope = ? AND step = ? AND request_hash = ?",
                    row -> row.getString(1),
                    key.scope(),
                    key.step(),
                    key.hash()))
        .map(ReplyJson::read);
  }

  @Override
  public void store(CallKey key, ChatReply reply) {
    String doc = ReplyJson.write(reply);
    database.write(
        "keep a paid reply",
        sql ->
            sql.update(
                """
                INSERT INTO journal (scope, step, request_hash, doc) VALUES (?, ?, ?, ?)
                ON CONFLICT (scope, step, request_hash) DO NOTHING
                """,
                key.scope(),
                key.step(),
                key.hash(),
                doc));
  }

  @Override
  public void purge(String scope) {
    database.write(
        "drop paid replies", sql -> sql.update("DELETE FROM journal WHERE scope = ?", scope));
  }
}
