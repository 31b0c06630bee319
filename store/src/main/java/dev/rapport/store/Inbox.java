package dev.rapport.store;

import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.learn.MemoryStore.Buried;
import dev.rapport.learn.MemoryStore.Waiting;
import dev.rapport.person.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/** The table of turns: waiting, set aside, or known by nothing but their ids. */
record Inbox(Sql sql) {
  /** What has become of a turn. Only the first two have words. */
  enum State {
    WAITING,
    BURIED,
    READ,
    FORGOTTEN
  }

  private static final String TURN = "turn_id, role, said_at, body";

  int append(UserId user, List<Turn> turns) throws SQLException {
    long place =
        sql.first(
                "SELECT next_place FROM person WHERE user_id = ?",
                row -> row.getLong(1),
                user.value())
            .orElseThrow();
    int added = 0;
    for (Turn turn : turns) {
      int rows = insert(user, turn, place + added, State.WAITING, "");
      added += rows;
    }
    if (added > 0) {
      sql.update("UPDATE person SET next_place = ? WHERE user_id = ?", place + added, user.value());
    }
    return added;
  }

  int insert(UserId user, Turn turn, long place, State state, String why) throws SQLException {
    return sql.update(
        """
        INSERT INTO turn (user_id, turn_id, place, state, role, said_at, body, why)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (user_id, turn_id) DO NOTHING
        """,
        user.value(),
        turn.id().value(),
        place,
        state.name(),
        turn.role().name(),
        turn.at().toString(),
        turn.text(),
        why);
  }

  List<Waiting> pending(UserId user, long after, int limit) throws SQLException {
    return sql.list(
        "SELECT place, "
            + TURN
            + " FROM turn WHERE user_id = ? AND state = 'WAITING' AND place > ?"
            + " ORDER BY place LIMIT ?",
        row -> new Waiting(row.getLong("place"), turn(row)),
        user.value(),
        after,
        limit);
  }

  List<Buried> buried(UserId user) throws SQLException {
    return sql.list(
        "SELECT why, " + TURN + " FROM turn WHERE user_id = ? AND state = 'BURIED' ORDER BY place",
        row -> new Buried(turn(row), row.getString("why")),
        user.value());
  }

  List<TurnId> ids(UserId user, State state) throws SQLException {
    return sql.list(
        "SELECT turn_id FROM turn WHERE user_id = ? AND state = ? ORDER BY place, turn_id",
        row -> new TurnId(row.getString(1)),
        user.value(),
        state.name());
  }

  /**
   * Takes waiting turns out and keeps their ids.
   *
   * @return false when one of them is not waiting: another owner has read it or it was forgotten
   */
  boolean read(UserId user, List<TurnId> turns) throws SQLException {
    for (TurnId turn : new LinkedHashSet<>(turns)) {
      int rows =
          sql.update(
              """
              UPDATE turn SET state = 'READ', body = '', role = 'SYSTEM', said_at = ''
              WHERE user_id = ? AND turn_id = ? AND state = 'WAITING'
              """,
              user.value(),
              turn.value());
      if (rows == 0) {
        return false;
      }
    }
    return true;
  }

  /** Keeps nothing of a turn but its id, which need not have been here before. */
  void forget(UserId user, TurnId turn) throws SQLException {
    sql.update(
        """
        INSERT INTO turn (user_id, turn_id, place, state, role, said_at, body, why)
        VALUES (?, ?, 0, 'FORGOTTEN', 'SYSTEM', '', '', '')
        ON CONFLICT (user_id, turn_id)
        DO UPDATE SET state = 'FORGOTTEN', role = 'SYSTEM', said_at = '', body = '', why = ''
        """,
        user.value(),
        turn.value());
  }

  /** Forgets turns by what they say. */
  void forget(UserId user, Predicate<String> texts) throws SQLException {
    List<Turn> kept =
        sql.list(
            "SELECT "
                + TURN
                + " FROM turn WHERE user_id = ? AND state IN ('WAITING', 'BURIED') ORDER BY place",
            Inbox::turn,
            user.value());
    for (Turn turn : kept) {
      if (texts.test(turn.text())) {
        forget(user, turn.id());
      }
    }
  }

  /** Fills the empty inbox of somebody imported. */
  void restore(UserId user, Person person) throws SQLException {
    for (TurnId id : person.read()) {
      forget(user, id);
      move(user, List.of(id), State.FORGOTTEN, State.READ, "");
    }
    for (TurnId id : person.forgotten()) {
      forget(user, id);
    }
    append(user, person.buried().stream().map(Buried::turn).toList());
    for (Buried buried : person.buried()) {
      move(user, List.of(buried.turn().id()), State.WAITING, State.BURIED, buried.why());
    }
    append(user, person.waiting());
  }

  void move(UserId user, List<TurnId> turns, State from, State to, String why) throws SQLException {
    for (TurnId turn : turns) {
      sql.update(
          "UPDATE turn SET state = ?, why = ? WHERE user_id = ? AND turn_id = ? AND state = ?",
          to.name(),
          why,
          user.value(),
          turn.value(),
          from.name());
    }
  }

  private static Turn turn(ResultSet row) throws SQLException {
    return new Turn(
        new TurnId(row.getString("turn_id")),
        Role.valueOf(row.getString("role")),
        row.getString("body"),
        Instant.parse(row.getString("said_at")));
  }
}
