package dev.rapport.store;

import dev.rapport.forget.Tombstone;
import dev.rapport.learn.MemoryStore;
import dev.rapport.learn.MemoryStore.Waiting;
import dev.rapport.page.Line;
import dev.rapport.person.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Predicate;

/** Takes a whole person out of a tenant's store, or puts one in. */
final class Transfer {
  private final Database database;
  private final Tenancy tenancy;

  private Transfer(SqlMemory memory) {
    this.database = memory.database();
    this.tenancy = memory.tenancy();
  }

  /**
   * @throws IllegalArgumentException if the memory is not one of this module's stores
   */
  static Transfer of(MemoryStore memory) {
    if (memory instanceof SqlMemory ours) {
      return new Transfer(ours);
    }
    throw new IllegalArgumentException(
        "%s is no store of SQLite or PostgreSQL; open one of those"
            .formatted(memory.getClass().getName()));
  }

  Person person(UserId user) {
    return database.write("read everything of " + user, sql -> person(tenancy.persons(sql), user));
  }

  private Person person(Persons persons, UserId user) throws SQLException {
    PersonRows rows = persons.ensure(user);
    Pages pages = new Pages(rows, tenancy.tokenizer());
    Inbox inbox = new Inbox(rows);
    return new Person(
        persons.secret(user).orElseThrow(),
        pages.current(),
        pages.revisions(),
        Tombstones.all(persons, user),
        inbox.ids(Inbox.State.READ),
        inbox.ids(Inbox.State.FORGOTTEN),
        inbox.pending(MemoryStore.FROM_START, Integer.MAX_VALUE).stream()
            .map(Waiting::turn)
            .toList(),
        inbox.buried());
  }

  /**
   * Puts somebody in the place of whoever has the page's user id, who need not be there.
   *
   * @param refused lines that must not come in with older revisions either
   */
  void replace(Person person, Predicate<Line> refused) {
    UserId user = person.page().user();
    Instant now = tenancy.clock().instant();
    database.write(
        "import " + user,
        sql -> {
          Persons persons = tenancy.persons(sql);
          persons.lock(user);
          persons.remove(user);
          if (!persons.insert(user, person.key())) {
            throw new StoreException(
                "%s was not imported: turns of theirs came in meanwhile. Try again."
                    .formatted(user));
          }
          PersonRows rows = persons.ensure(user);
          Pages pages = new Pages(rows, tenancy.tokenizer());
          pages.replaceAll(person.revisions());
          pages.dropFromOlder(refused);
          for (Tombstone tombstone : person.tombstones()) {
            new Tombstones(rows).add(tombstone);
          }
          new Inbox(rows).restore(person, now);
          return true;
        });
    database.overwriteDeleted();
  }
}
