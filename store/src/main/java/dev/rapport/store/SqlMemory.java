package dev.rapport.store;

import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.forget.Tombstone;
import dev.rapport.learn.MemoryStore;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.Revision;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** People in SQL tables. A person's calls are journalled under their user id. */
final class SqlMemory implements MemoryStore {
  private final Database database;
  private final String tokenizer;
  private final SecureRandom random;

  SqlMemory(Database database, String tokenizer, SecureRandom random) {
    this.database = database;
    this.tokenizer = tokenizer;
    this.random = random;
  }

  @Override
  public List<UserId> people() {
    return database.read("list the people", sql -> new Persons(sql).all());
  }

  @Override
  public PersonKey key(UserId user) {
    Optional<PersonKey> known =
        database.read("read the key of " + user, sql -> new Persons(sql).key(user));
    return known.orElseGet(
        () ->
            database.write(
                "make the key of " + user, sql -> new Persons(sql).ensure(user, random)));
  }

  @Override
  public int append(UserId user, List<Turn> turns) {
    return database.write(
        "put turns into the inbox of " + user,
        sql -> {
          new Persons(sql).ensure(user, random);
          return new Inbox(sql).append(user, turns);
        });
  }

  @Override
  public List<Waiting> pending(UserId user, long after, int limit) {
    return database.read(
        "read the inbox of " + user, sql -> new Inbox(sql).pending(user, after, limit));
  }

  @Override
  public Page page(UserId user) {
    return database.read("read the page of " + user, sql -> pages(sql).current(user));
  }

  @Override
  public boolean advance(UserId user, Step step) {
    requireFits(user, step.to());
    boolean moved = database.writeOrNot("move the page of " + user, sql -> move(user, step, sql));
    if (moved && !step.purge().equals(Purge.NOTHING)) {
      database.overwriteDeleted();
    }
    return moved;
  }

  private boolean move(UserId user, Step step, Sql sql) throws SQLException {
    new Persons(sql).ensure(user, random);
    Inbox inbox = new Inbox(sql);
    if (!pages(sql).move(step.to()) || !inbox.read(user, step.read())) {
      return false;
    }
    for (Tombstone tombstone : step.tombstones()) {
      new Tombstones(sql).add(user, tombstone);
      for (TurnId turn : tombstone.turns()) {
        inbox.forget(user, turn);
      }
    }
    if (!step.purge().equals(Purge.NOTHING)) {
      pages(sql).dropFromOlder(user, step.purge().lines());
      inbox.forget(user, step.purge().texts());
      forgetReplies(user, step.purge().texts(), sql);
    }
    finished(user, step.read(), sql);
    return true;
  }

  @Override
  public boolean markRead(UserId user, long atRevision, List<TurnId> read) {
    return database.writeOrNot(
        "mark turns of %s as read".formatted(user),
        sql -> {
          if (pages(sql).revision(user) != atRevision || !new Inbox(sql).read(user, read)) {
            return false;
          }
          finished(user, read, sql);
          return true;
        });
  }

  /** Replies paid for while these turns were read have done their service. */
  private static void finished(UserId user, List<TurnId> read, Sql sql) throws SQLException {
    if (!read.isEmpty()) {
      sql.update("DELETE FROM journal WHERE scope = ?", user.value());
    }
  }

  @Override
  public void bury(UserId user, List<TurnId> turns, String why) {
    database.write(
        "set turns of %s aside".formatted(user),
        sql -> {
          new Inbox(sql).move(user, turns, Inbox.State.WAITING, Inbox.State.BURIED, why);
          finished(user, turns, sql);
          return turns.size();
        });
  }

  @Override
  public List<Buried> buried(UserId user) {
    return database.read(
        "read the turns of %s set aside".formatted(user), sql -> new Inbox(sql).buried(user));
  }

  @Override
  public void unbury(UserId user, List<TurnId> turns) {
    database.write(
        "put turns of %s back".formatted(user),
        sql -> {
          new Inbox(sql).move(user, turns, Inbox.State.BURIED, Inbox.State.WAITING, "");
          return turns.size();
        });
  }

  @Override
  public List<Revision> revisions(UserId user) {
    return database.read("read the history of " + user, sql -> pages(sql).revisions(user));
  }

  @Override
  public List<Tombstone> tombstones(UserId user) {
    return database.read(
        "read what %s had forgotten".formatted(user), sql -> new Tombstones(sql).of(user));
  }

  @Override
  public List<Trace> traces(UserId user) {
    return database.write(
        "look through what is kept of " + user, sql -> new Traces(sql, pages(sql)).of(user));
  }

  @Override
  public void erase(UserId user) {
    database.write(
        "erase " + user,
        sql -> {
          new Persons(sql).erase(user);
          return true;
        });
    database.overwriteDeleted();
  }

  Person person(UserId user) {
    return database.write(
        "read everything of " + user,
        sql -> {
          Inbox inbox = new Inbox(sql);
          return new Person(
              new Persons(sql).ensure(user, random),
              pages(sql).current(user),
              pages(sql).revisions(user),
              new Tombstones(sql).of(user),
              inbox.ids(user, Inbox.State.READ),
              inbox.ids(user, Inbox.State.FORGOTTEN),
              inbox.pending(user, FROM_START, Integer.MAX_VALUE).stream()
                  .map(Waiting::turn)
                  .toList(),
              inbox.buried(user));
        });
  }

  /**
   * Puts somebody in the place of whoever has the page's user id, who need not be there.
   *
   * @param refused lines that must not come in with older revisions either
   */
  void replace(Person person, Predicate<Line> refused) {
    UserId user = person.page().user();
    database.write(
        "import " + user,
        sql -> {
          Persons persons = new Persons(sql);
          persons.remove(user);
          persons.insert(user, person.key());
          pages(sql).replaceAll(user, person.revisions());
          pages(sql).dropFromOlder(user, refused);
          for (Tombstone tombstone : person.tombstones()) {
            new Tombstones(sql).add(user, tombstone);
          }
          new Inbox(sql).restore(user, person);
          return true;
        });
    database.overwriteDeleted();
  }

  private Pages pages(Sql sql) {
    return new Pages(sql, tokenizer);
  }

  private static void forgetReplies(UserId user, Predicate<String> texts, Sql sql)
      throws SQLException {
    record Kept(String step, String hash, String doc) {}
    List<Kept> replies =
        sql.list(
            "SELECT step, request_hash, doc FROM journal WHERE scope = ?",
            row -> new Kept(row.getString(1), row.getString(2), row.getString(3)),
            user.value());
    for (Kept kept : replies) {
      var reply = ReplyJson.read(kept.doc());
      if (texts.test(reply.text()) || texts.test(reply.thinking())) {
        sql.update(
            "DELETE FROM journal WHERE scope = ? AND step = ? AND request_hash = ?",
            user.value(),
            kept.step(),
            kept.hash());
      }
    }
  }

  private static void requireFits(UserId user, Revision to) {
    if (!to.page().user().equals(user) || to.page().revision() != to.number()) {
      throw new IllegalArgumentException(
          "revision %d of %s holds the page of %s at revision %d; they must agree"
              .formatted(to.number(), user, to.page().user(), to.page().revision()));
    }
  }
}
