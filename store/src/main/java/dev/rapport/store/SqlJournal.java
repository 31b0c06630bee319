package dev.rapport.store;

import dev.rapport.model.ChatReply;
import dev.rapport.person.UserId;
import dev.rapport.work.CallJournal;
import dev.rapport.work.CallKey;
import java.util.Optional;

/** Paid replies, until their work is finished, sealed as whatever else is kept of the scope. */
final class SqlJournal implements CallJournal {
  private final Database database;
  private final Tenancy tenancy;

  SqlJournal(Database database, Tenancy tenancy) {
    this.database = database;
    this.tenancy = tenancy;
  }

  @Override
  public Optional<ChatReply> find(CallKey key) {
    return database.one(
        "look for a paid reply",
        sql -> Journal.find(tenancy.persons(sql), new UserId(key.scope()), key));
  }

  @Override
  public void store(CallKey key, ChatReply reply) {
    database.write(
        "keep a paid reply",
        sql -> {
          new Journal(tenancy.persons(sql).ensure(new UserId(key.scope()))).store(key, reply);
          return true;
        });
  }

  @Override
  public void purge(String scope) {
    database.write(
        "drop paid replies",
        sql ->
            sql.update(
                "DELETE FROM journal WHERE tenant = ? AND user_id = ?",
                tenancy.tenant().value(),
                scope));
  }
}
