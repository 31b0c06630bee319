package dev.rapport.store;

import dev.rapport.store.Idempotency.Answer;
import dev.rapport.store.Idempotency.Begun;
import dev.rapport.store.Idempotency.Slot;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of answers to requests, of one person. */
record Replays(PersonRows rows) {
  private static final int RUNNING = 0;
  private static final byte[] NOTHING = {};

  /** A row as it lies there. */
  private record Row(String user, String hash, int status, byte[] body) {}

  Begun begin(Slot slot, String requestHash, Instant at) throws SQLException {
    dropStale(slot, at);
    int added =
        rows.sql()
            .update(
                """
                INSERT INTO replay
                  (tenant, user_id, api_key, replay_key, request_hash, begun_ms, status, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (tenant, api_key, replay_key) DO NOTHING
                """,
                rows.tenant(),
                rows.user(),
                slot.apiKey(),
                slot.key(),
                requestHash,
                at.toEpochMilli(),
                RUNNING,
                NOTHING);
    return added > 0 ? new Begun.New() : found(slot, requestHash);
  }

  private void dropStale(Slot slot, Instant at) throws SQLException {
    rows.sql()
        .update(
            """
            DELETE FROM replay WHERE tenant = ? AND api_key = ? AND replay_key = ?
            AND (begun_ms <= ? OR (status = 0 AND begun_ms <= ?))
            """,
            rows.tenant(),
            slot.apiKey(),
            slot.key(),
            at.minus(Idempotency.LIFE).toEpochMilli(),
            at.minus(Idempotency.UNDER_WAY).toEpochMilli());
  }

  private Begun found(Slot slot, String requestHash) throws SQLException {
    Optional<Row> row =
        rows.sql()
            .first(
                """
                SELECT user_id, request_hash, status, body FROM replay
                WHERE tenant = ? AND api_key = ? AND replay_key = ?
                """,
                each ->
                    new Row(each.getString(1), each.getString(2), each.getInt(3), each.getBytes(4)),
                rows.tenant(),
                slot.apiKey(),
                slot.key());
    if (row.isEmpty()) {
      return new Begun.Running();
    }
    Row there = row.get();
    if (!there.user().equals(rows.user()) || !there.hash().equals(requestHash)) {
      return new Begun.Conflict();
    }
    if (there.status() == RUNNING) {
      return new Begun.Running();
    }
    String body = rows.open(SealedColumn.RESPONSE, there.body(), slot.apiKey(), slot.key());
    return new Begun.Replay(new Answer(there.status(), body));
  }

  void finish(Slot slot, Answer answer) throws SQLException {
    rows.sql()
        .update(
            """
            UPDATE replay SET status = ?, body = ?
            WHERE tenant = ? AND user_id = ? AND api_key = ? AND replay_key = ? AND status = 0
            """,
            answer.status(),
            rows.seal(SealedColumn.RESPONSE, answer.body(), slot.apiKey(), slot.key()),
            rows.tenant(),
            rows.user(),
            slot.apiKey(),
            slot.key());
  }

  void release(Slot slot) throws SQLException {
    rows.sql()
        .update(
            """
            DELETE FROM replay
            WHERE tenant = ? AND user_id = ? AND api_key = ? AND replay_key = ? AND status = 0
            """,
            rows.tenant(),
            rows.user(),
            slot.apiKey(),
            slot.key());
  }

  /** Also those under way: what they are about to answer may have been read before. */
  void clear() throws SQLException {
    rows.sql()
        .update("DELETE FROM replay WHERE tenant = ? AND user_id = ?", rows.tenant(), rows.user());
  }

  List<String> bodies() throws SQLException {
    record Sealed(String apiKey, String key, byte[] body) {}
    return rows
        .sql()
        .list(
            """
            SELECT api_key, replay_key, body FROM replay
            WHERE tenant = ? AND user_id = ? AND status <> 0 ORDER BY api_key, replay_key
            """,
            row -> new Sealed(row.getString(1), row.getString(2), row.getBytes(3)),
            rows.tenant(),
            rows.user())
        .stream()
        .map(each -> rows.open(SealedColumn.RESPONSE, each.body(), each.apiKey(), each.key()))
        .toList();
  }
}
