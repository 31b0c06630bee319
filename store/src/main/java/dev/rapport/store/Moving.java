package dev.rapport.store;

import dev.rapport.conversation.TurnId;
import dev.rapport.forget.Tombstone;
import dev.rapport.learn.MemoryStore.Purge;
import dev.rapport.learn.MemoryStore.Step;
import dev.rapport.person.UserId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Moves a page and what hangs on it, within a transaction that holds the person's row. */
record Moving(Tenancy tenancy, Sql sql) {
  /**
   * @return false when somebody else was faster; the transaction must then be undone
   */
  boolean move(UserId user, Step step) throws SQLException {
    PersonRows rows = tenancy.persons(sql).ensure(user);
    Inbox inbox = new Inbox(rows);
    if (!pages(rows).move(step.to()) || !inbox.read(step.read())) {
      return false;
    }
    for (Tombstone tombstone : step.tombstones()) {
      new Tombstones(rows).add(tombstone);
      for (TurnId turn : tombstone.turns()) {
        inbox.forget(turn);
      }
    }
    finished(rows, step.read());
    if (!step.purge().equals(Purge.NOTHING)) {
      purge(rows, step.purge());
    }
    return true;
  }

  /** What stays is sealed anew, so that nothing opens what lies about of the rest. */
  private void purge(PersonRows rows, Purge purge) throws SQLException {
    pages(rows).dropFromOlder(purge.lines());
    new Inbox(rows).forget(purge.texts());
    new Journal(rows).forget(purge.texts());
    new Replays(rows).clear();
    new Records(rows).forget(purge.texts());
    tenancy.persons(sql).rotate(rows);
  }

  boolean markRead(UserId user, long atRevision, List<TurnId> read) throws SQLException {
    Optional<PersonRows> rows = tenancy.persons(sql).lock(user);
    if (rows.isEmpty()) {
      return atRevision == 0 && read.isEmpty();
    }
    if (pages(rows.get()).revision() != atRevision || !new Inbox(rows.get()).read(read)) {
      return false;
    }
    finished(rows.get(), read);
    return true;
  }

  boolean bury(UserId user, List<TurnId> turns, String why) throws SQLException {
    Optional<PersonRows> rows = tenancy.persons(sql).lock(user);
    if (rows.isPresent()) {
      new Inbox(rows.get()).move(turns, Inbox.State.WAITING, Inbox.State.BURIED, why);
      finished(rows.get(), turns);
    }
    return rows.isPresent();
  }

  boolean unbury(UserId user, List<TurnId> turns) throws SQLException {
    Optional<PersonRows> rows = tenancy.persons(sql).lock(user);
    if (rows.isPresent()) {
      new Inbox(rows.get()).move(turns, Inbox.State.BURIED, Inbox.State.WAITING, "");
    }
    return rows.isPresent();
  }

  /** Replies paid for while these turns were read have done their service. */
  private static void finished(PersonRows rows, List<TurnId> read) throws SQLException {
    if (!read.isEmpty()) {
      new Journal(rows).clear();
    }
  }

  private Pages pages(PersonRows rows) {
    return new Pages(rows, tenancy.tokenizer());
  }
}
