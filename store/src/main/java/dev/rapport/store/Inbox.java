package dev.rapport.store;

import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.learn.MemoryStore;
import dev.rapport.learn.MemoryStore.Buried;
import dev.rapport.learn.MemoryStore.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The table of turns: waiting, set aside, or known by nothing but their ids. */
record Inbox(PersonRows rows) {
  /** What has become of a turn. Only the first two have words. */
  enum State {
    WAITING,
    BURIED,
    READ,
    FORGOTTEN
  }

  private static final String TURN = "turn_id, role, said_at, body";
  private static final byte[] NOTHING = {};

  /** In a transaction that holds the person's row. */
  int append(List<Turn> turns, Instant arrived) throws SQLException {
    long place =
        rows.sql()
            .first(
                "SELECT next_place FROM person WHERE tenant = ? AND user_id = ?",
                row -> row.getLong(1),
                rows.tenant(),
                rows.user())
            .orElseThrow();
    int added = 0;
    for (Turn turn : turns) {
      added += insert(turn, place + added, arrived);
    }
    if (added > 0) {
      rows.sql()
          .update(
              "UPDATE person SET next_place = ? WHERE tenant = ? AND user_id = ?",
              place + added,
              rows.tenant(),
              rows.user());
    }
    return added;
  }

  private int insert(Turn turn, long place, Instant arrived) throws SQLException {
    String id = turn.id().value();
    return rows.sql()
        .update(
            """
            INSERT INTO turn
              (tenant, user_id, turn_id, place, state, role, said_at, arrived_ms, body, why)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant, user_id, turn_id) DO NOTHING
            """,
            rows.tenant(),
            rows.user(),
            id,
            place,
            State.WAITING.name(),
            turn.role().name(),
            turn.at().toString(),
            arrived.toEpochMilli(),
            rows.seal(SealedColumn.BODY, turn.text(), id),
            NOTHING);
  }

  List<Waiting> pending(long after, int limit) throws SQLException {
    return rows.sql()
        .list(
            "SELECT place, "
                + TURN
                + " FROM turn WHERE tenant = ? AND user_id = ? AND state = 'WAITING'"
                + " AND place > ? ORDER BY place LIMIT ?",
            row -> new Waiting(row.getLong("place"), turn(row)),
            rows.tenant(),
            rows.user(),
            after,
            limit);
  }

  List<Buried> buried() throws SQLException {
    return rows.sql()
        .list(
            "SELECT why, "
                + TURN
                + " FROM turn WHERE tenant = ? AND user_id = ? AND state = 'BURIED' ORDER BY place",
            row -> new Buried(turn(row), why(row)),
            rows.tenant(),
            rows.user());
  }

  List<TurnId> ids(State state) throws SQLException {
    return rows.sql()
        .list(
            """
            SELECT turn_id FROM turn WHERE tenant = ? AND user_id = ? AND state = ?
            ORDER BY place, turn_id
            """,
            row -> new TurnId(row.getString(1)),
            rows.tenant(),
            rows.user(),
            state.name());
  }

  /**
   * Takes waiting turns out and keeps their ids, and when they were said.
   *
   * @return false when one of them is not waiting: another owner has read it or it was forgotten
   */
  boolean read(List<TurnId> turns) throws SQLException {
    for (TurnId turn : new LinkedHashSet<>(turns)) {
      int changed =
          rows.sql()
              .update(
                  """
                  UPDATE turn SET state = 'READ', body = ?, role = 'SYSTEM'
                  WHERE tenant = ? AND user_id = ? AND turn_id = ? AND state = 'WAITING'
                  """,
                  NOTHING,
                  rows.tenant(),
                  rows.user(),
                  turn.value());
      if (changed == 0) {
        return false;
      }
    }
    return true;
  }

  /** When turns were said; those are left out of which it is not known. */
  Map<TurnId, Instant> said(List<TurnId> turns) throws SQLException {
    Map<TurnId, Instant> said = new LinkedHashMap<>();
    for (TurnId turn : turns) {
      rows
          .sql()
          .list(
              "SELECT said_at FROM turn WHERE tenant = ? AND user_id = ? AND turn_id = ?",
              row -> row.getString(1),
              rows.tenant(),
              rows.user(),
              turn.value())
          .stream()
          .filter(at -> !at.isEmpty())
          .map(Instant::parse)
          .filter(at -> !at.equals(Turn.UNDATED))
          .forEach(at -> said.put(turn, at));
    }
    return said;
  }

  /** Keeps nothing of a turn but its id, which need not have been here before. */
  void forget(TurnId turn) throws SQLException {
    rows.sql()
        .update(
            """
            INSERT INTO turn
              (tenant, user_id, turn_id, place, state, role, said_at, arrived_ms, body, why)
            VALUES (?, ?, ?, 0, 'FORGOTTEN', 'SYSTEM', '', 0, ?, ?)
            ON CONFLICT (tenant, user_id, turn_id)
            DO UPDATE SET state = excluded.state, role = excluded.role,
              said_at = excluded.said_at, body = excluded.body, why = excluded.why
            """,
            rows.tenant(),
            rows.user(),
            turn.value(),
            NOTHING,
            NOTHING);
  }

  /** Forgets turns by what they say, or by what is said of why they were set aside. */
  void forget(Predicate<String> texts) throws SQLException {
    for (Waiting waiting : pending(MemoryStore.FROM_START, Integer.MAX_VALUE)) {
      if (texts.test(waiting.turn().text())) {
        forget(waiting.turn().id());
      }
    }
    for (Buried buried : buried()) {
      if (texts.test(buried.turn().text()) || texts.test(buried.why())) {
        forget(buried.turn().id());
      }
    }
  }

  /** Fills the empty inbox of somebody imported. */
  void restore(Person person, Instant at) throws SQLException {
    for (TurnId id : person.read()) {
      forget(id);
      move(List.of(id), State.FORGOTTEN, State.READ, "");
    }
    for (TurnId id : person.forgotten()) {
      forget(id);
    }
    append(person.buried().stream().map(Buried::turn).toList(), at);
    for (Buried buried : person.buried()) {
      move(List.of(buried.turn().id()), State.WAITING, State.BURIED, buried.why());
    }
    append(person.waiting(), at);
  }

  void move(List<TurnId> turns, State from, State to, String why) throws SQLException {
    for (TurnId turn : turns) {
      rows.sql()
          .update(
              """
              UPDATE turn SET state = ?, why = ?
              WHERE tenant = ? AND user_id = ? AND turn_id = ? AND state = ?
              """,
              to.name(),
              rows.seal(SealedColumn.WHY, why, turn.value()),
              rows.tenant(),
              rows.user(),
              turn.value(),
              from.name());
    }
  }

  private String why(ResultSet row) throws SQLException {
    return rows.open(SealedColumn.WHY, row.getBytes("why"), row.getString("turn_id"));
  }

  private Turn turn(ResultSet row) throws SQLException {
    String id = row.getString("turn_id");
    return new Turn(
        new TurnId(id),
        Role.valueOf(row.getString("role")),
        rows.open(SealedColumn.BODY, row.getBytes("body"), id),
        Instant.parse(row.getString("said_at")));
  }
}
