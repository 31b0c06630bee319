package dev.rapport.store;

import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.forget.Tombstone;
import dev.rapport.learn.MemoryStore;
import dev.rapport.page.Page;
import dev.rapport.page.Revision;
import dev.rapport.person.PersonKey;
import dev.rapport.person.PersonRef;
import dev.rapport.person.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One tenant's people in SQL tables. A person's calls are journalled under their user id. */
final class SqlMemory implements MemoryStore {
  private final Database database;
  private final Tenancy tenancy;

  SqlMemory(Database database, Tenancy tenancy) {
    this.database = database;
    this.tenancy = tenancy;
  }

  Database database() {
    return database;
  }

  Tenancy tenancy() {
    return tenancy;
  }

  /** Something done with a person's rows. */
  private interface Reading<T> {
    T of(PersonRows rows) throws SQLException;
  }

  /** Of somebody who is not there, what there is of nobody. */
  private <T> T read(String doing, UserId user, T none, Reading<T> reading) {
    return database.read(
        doing,
        sql -> {
          Optional<PersonRows> rows = tenancy.persons(sql).find(user);
          return rows.isPresent() ? reading.of(rows.get()) : none;
        });
  }

  @Override
  public List<UserId> people() {
    return people("", Persons.ALL);
  }

  @Override
  public List<UserId> people(String after, int limit) {
    return database.one("list the people", sql -> tenancy.persons(sql).after(after, limit));
  }

  @Override
  public PersonKey key(UserId user) {
    Optional<PersonKey> known =
        database.one("read the key of " + user, sql -> tenancy.persons(sql).secret(user));
    return known.orElseGet(
        () ->
            database.write(
                "make the key of " + user, sql -> tenancy.persons(sql).ensuredSecret(user)));
  }

  @Override
  public int append(UserId user, List<Turn> turns) {
    Instant now = tenancy.clock().instant();
    return database.write(
        "put turns into the inbox of " + user,
        sql -> new Inbox(tenancy.persons(sql).ensure(user)).append(turns, now));
  }

  @Override
  public List<Waiting> pending(UserId user, long after, int limit) {
    return read(
        "read the inbox of " + user,
        user,
        List.of(),
        rows -> new Inbox(rows).pending(after, limit));
  }

  @Override
  public dev.rapport.learn.Backlog backlog(UserId user) {
    return database
        .one("read the backlog of " + user, sql -> Waitings.of(sql, tenancy.person(user)))
        .orElse(dev.rapport.learn.Backlog.NONE);
  }

  @Override
  public List<UserId> behind(String after, int limit) {
    return database.one(
        "list who has turns waiting", sql -> Waitings.people(sql, tenancy.tenant(), after, limit));
  }

  @Override
  public Page page(UserId user) {
    PersonRef person = tenancy.person(user);
    return database
        .one("read the page of " + user, sql -> Pages.find(sql, person))
        .map(stored -> stored.open(person, tenancy.master()))
        .orElse(Page.empty(user, tenancy.tokenizer()));
  }

  @Override
  public boolean advance(UserId user, Step step) {
    requireFits(user, step.to());
    boolean moved =
        database.writeOrNot(
            "move the page of " + user, sql -> new Moving(tenancy, sql).move(user, step));
    if (moved && !step.purge().equals(Purge.NOTHING)) {
      database.overwriteDeleted();
    }
    return moved;
  }

  @Override
  public boolean markRead(UserId user, long atRevision, List<TurnId> read) {
    return database.writeOrNot(
        "mark turns of %s as read".formatted(user),
        sql -> new Moving(tenancy, sql).markRead(user, atRevision, read));
  }

  @Override
  public void bury(UserId user, List<TurnId> turns, String why) {
    database.write(
        "set turns of %s aside".formatted(user),
        sql -> new Moving(tenancy, sql).bury(user, turns, why));
  }

  @Override
  public List<Buried> buried(UserId user) {
    return read(
        "read the turns of %s set aside".formatted(user),
        user,
        List.of(),
        rows -> new Inbox(rows).buried());
  }

  @Override
  public Map<TurnId, Instant> said(UserId user, List<TurnId> turns) {
    return read(
        "read when %s said something".formatted(user),
        user,
        Map.of(),
        rows -> new Inbox(rows).said(turns));
  }

  @Override
  public void unbury(UserId user, List<TurnId> turns) {
    database.write(
        "put turns of %s back".formatted(user),
        sql -> new Moving(tenancy, sql).unbury(user, turns));
  }

  @Override
  public List<Revision> revisions(UserId user) {
    return read("read the history of " + user, user, List.of(), rows -> pages(rows).revisions());
  }

  @Override
  public List<Tombstone> tombstones(UserId user) {
    return database.one(
        "read what %s had forgotten".formatted(user),
        sql -> Tombstones.all(tenancy.persons(sql), user));
  }

  @Override
  public List<Trace> traces(UserId user) {
    return read(
        "look through what is kept of " + user,
        user,
        List.of(),
        rows -> new Traces(rows, pages(rows)).all());
  }

  @Override
  public void erase(UserId user) {
    database.write(
        "erase " + user,
        sql -> {
          new Erasure(sql, tenancy.master()).erase(tenancy.person(user));
          return true;
        });
    database.overwriteDeleted();
  }

  private Pages pages(PersonRows rows) {
    return new Pages(rows, tenancy.tokenizer());
  }

  private static void requireFits(UserId user, Revision to) {
    if (!to.page().user().equals(user) || to.page().revision() != to.number()) {
      throw new IllegalArgumentException(
          "revision %d of %s holds the page of %s at revision %d; they must agree"
              .formatted(to.number(), user, to.page().user(), to.page().revision()));
    }
  }
}
