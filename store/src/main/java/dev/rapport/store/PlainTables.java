package dev.rapport.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.person.PersonKey;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * The tables of version 1, which hold words as they are and know no tenants. Everybody in them
 * becomes a person of the default tenant.
 */
record PlainTables(Sql sql, MasterKey master) {
  /** Those that hang on the people, then the people. */
  private static final List<String> TABLES =
      List.of(
          "v1_page",
          "v1_revision",
          "v1_turn",
          "v1_tombstone",
          "v1_journal",
          "v1_ledger",
          "v1_person");

  /** Takes everything over into the tables of today, and drops the old ones. */
  void takeOver(Instant now) throws SQLException {
    Persons persons = new Persons(sql, TenantId.DEFAULT, master);
    for (String user : users("SELECT user_id FROM v1_person")) {
      addPerson(persons, new UserId(user));
    }
    for (String scope : users("SELECT DISTINCT scope FROM v1_journal")) {
      persons.ensure(new UserId(scope));
    }
    for (String user : users("SELECT user_id FROM person")) {
      seal(persons.ensure(new UserId(user)), now);
    }
    sql.update(
        """
        INSERT INTO ledger (tenant, at_ms, scope, step, role, model, outcome, attempt,
          input_tokens, output_tokens, cached_tokens, reported, usd, took_ns)
        SELECT ?, at_ms, scope, step, role, model, outcome, attempt,
          input_tokens, output_tokens, cached_tokens, reported, usd, took_ns FROM v1_ledger
        """,
        TenantId.DEFAULT.value());
    sql.forgetStatements();
    for (String table : TABLES) {
      sql.run("DROP TABLE " + table);
    }
  }

  private List<String> users(String select) throws SQLException {
    return sql.list(select, row -> row.getString(1));
  }

  private void addPerson(Persons persons, UserId user) throws SQLException {
    record Old(String secret, long nextPlace) {}
    Old old =
        sql.first(
                "SELECT secret, next_place FROM v1_person WHERE user_id = ?",
                row -> new Old(row.getString(1), row.getLong(2)),
                user.value())
            .orElseThrow();
    persons.insert(user, PersonKey.of(HexFormat.of().parseHex(old.secret())));
    sql.update(
        "UPDATE person SET next_place = ? WHERE tenant = ? AND user_id = ?",
        old.nextPlace(),
        persons.tenant().value(),
        user.value());
  }

  private void seal(PersonRows rows, Instant now) throws SQLException {
    sealPage(rows);
    sealRevisions(rows);
    sealTurns(rows, now);
    sealTombstones(rows);
    sealReplies(rows);
  }

  private void sealPage(PersonRows rows) throws SQLException {
    record Old(long revision, String doc) {}
    for (Old old :
        sql.list(
            "SELECT revision, doc FROM v1_page WHERE user_id = ?",
            row -> new Old(row.getLong(1), row.getString(2)),
            rows.user())) {
      sql.update(
          "INSERT INTO page (tenant, user_id, revision, doc) VALUES (?, ?, ?, ?)",
          rows.tenant(),
          rows.user(),
          old.revision(),
          rows.seal(SealedColumn.PAGE, old.doc()));
    }
  }

  private void sealRevisions(PersonRows rows) throws SQLException {
    record Old(long number, String at, String kind, String detail, String doc) {}
    for (Old old :
        sql.list(
            "SELECT number, made_at, kind, detail, doc FROM v1_revision WHERE user_id = ?",
            row ->
                new Old(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)),
            rows.user())) {
      String what = "Revision %d of %s".formatted(old.number(), rows.user());
      ObjectNode doc = (ObjectNode) Json.parse(old.doc(), what);
      doc.put("detail", old.detail());
      sql.update(
          """
          INSERT INTO revision (tenant, user_id, number, made_at, kind, doc)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
          rows.tenant(),
          rows.user(),
          old.number(),
          old.at(),
          old.kind(),
          rows.seal(SealedColumn.REVISION, Json.text(doc), Long.toString(old.number())));
    }
  }

  private void sealTurns(PersonRows rows, Instant now) throws SQLException {
    record Old(
        String id, long place, String state, String role, String at, String body, String why) {}
    for (Old old :
        sql.list(
            "SELECT turn_id, place, state, role, said_at, body, why FROM v1_turn WHERE user_id = ?",
            row ->
                new Old(
                    row.getString(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7)),
            rows.user())) {
      sql.update(
          """
          INSERT INTO turn
            (tenant, user_id, turn_id, place, state, role, said_at, arrived_ms, body, why)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          rows.tenant(),
          rows.user(),
          old.id(),
          old.place(),
          old.state(),
          old.role(),
          old.at(),
          now.toEpochMilli(),
          rows.seal(SealedColumn.BODY, old.body(), old.id()),
          rows.seal(SealedColumn.WHY, old.why(), old.id()));
    }
  }

  private void sealTombstones(PersonRows rows) throws SQLException {
    record Old(String id, String doc) {}
    for (Old old :
        sql.list(
            "SELECT tombstone_id, doc FROM v1_tombstone WHERE user_id = ?",
            row -> new Old(row.getString(1), row.getString(2)),
            rows.user())) {
      sql.update(
          "INSERT INTO tombstone (tenant, user_id, tombstone_id, doc) VALUES (?, ?, ?, ?)",
          rows.tenant(),
          rows.user(),
          old.id(),
          rows.seal(SealedColumn.TOMBSTONE, old.doc(), old.id()));
    }
  }

  private void sealReplies(PersonRows rows) throws SQLException {
    record Old(String step, String hash, String doc) {}
    for (Old old :
        sql.list(
            "SELECT step, request_hash, doc FROM v1_journal WHERE scope = ?",
            row -> new Old(row.getString(1), row.getString(2), row.getString(3)),
            rows.user())) {
      sql.update(
          """
          INSERT INTO journal (tenant, user_id, step, request_hash, doc) VALUES (?, ?, ?, ?, ?)
          """,
          rows.tenant(),
          rows.user(),
          old.step(),
          old.hash(),
          rows.seal(SealedColumn.REPLY, old.doc(), old.step(), old.hash()));
    }
  }
}
