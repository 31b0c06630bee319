package dev.rapport.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Answers to requests, in SQL tables. */
record SqlIdempotency(Database database, MasterKey master) implements Idempotency {
  /** Something done with a person's answers. */
  private interface Change {
    void to(Replays replays) throws SQLException;
  }

  @Override
  public Begun begin(Slot slot, String requestHash, Instant at) {
    return database.write(
        "begin a request about " + slot.person(),
        sql -> {
          PersonRows rows = persons(slot, sql).ensure(slot.person().user());
          return new Replays(rows).begin(slot, requestHash, at);
        });
  }

  @Override
  public void finish(Slot slot, Answer answer) {
    change("keep an answer about ", slot, replays -> replays.finish(slot, answer));
  }

  @Override
  public void release(Slot slot) {
    change("give up a request about ", slot, replays -> replays.release(slot));
  }

  /** Of somebody erased meanwhile nothing is kept. */
  private void change(String doing, Slot slot, Change change) {
    database.write(
        doing + slot.person(),
        sql -> {
          Optional<PersonRows> rows = persons(slot, sql).lock(slot.person().user());
          if (rows.isPresent()) {
            change.to(new Replays(rows.get()));
          }
          return rows.isPresent();
        });
  }

  @Override
  public int expire(Instant at) {
    return database.write(
        "drop old answers",
        sql -> sql.update("DELETE FROM replay WHERE begun_ms <= ?", at.minus(LIFE).toEpochMilli()));
  }

  private Persons persons(Slot slot, Sql sql) {
    return new Persons(sql, slot.person().tenant(), master);
  }
}
