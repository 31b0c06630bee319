package dev.rapport.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.PageDiff;
import dev.rapport.page.Revision;
import dev.rapport.person.PersonRef;
import dev.rapport.person.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The tables of pages and their revisions. */
record Pages(PersonRows rows, String tokenizer) {
  /**
   * A page as it lies in its row.
   *
   * @param dataKey the person's, sealed with the master key
   */
  record Stored(byte[] dataKey, byte[] doc) {
    Page open(PersonRef person, MasterKey master) {
      AesKey key = master.unwrap(dataKey, person);
      byte[] plain = key.open(doc, new Place(person, SealedColumn.PAGE.path(), List.of()));
      return read(person.user(), new String(plain, UTF_8));
    }
  }

  /** A revision's row before its page is put together. */
  private record Row(long number, Instant at, Revision.Kind kind, JsonNode doc) {}

  /** In one statement, so that a page needs no transaction to be read. */
  static Optional<Stored> find(Sql sql, PersonRef person) throws SQLException {
    return sql.first(
        """
        SELECT p.data_key, g.doc FROM page g
        JOIN person p ON p.tenant = g.tenant AND p.user_id = g.user_id
        WHERE g.tenant = ? AND g.user_id = ?
        """,
        row -> new Stored(row.getBytes(1), row.getBytes(2)),
        person.tenant().value(),
        person.user().value());
  }

  private static Page read(UserId user, String doc) {
    return PageDoc.read(user, Json.parse(doc, "The page of " + user));
  }

  private UserId user() {
    return rows.person().user();
  }

  Page current() throws SQLException {
    return rows.sql()
        .first(
            "SELECT doc FROM page WHERE tenant = ? AND user_id = ?",
            row -> rows.open(SealedColumn.PAGE, row.getBytes(1)),
            rows.tenant(),
            rows.user())
        .map(doc -> read(user(), doc))
        .orElse(Page.empty(user(), tokenizer));
  }

  long revision() throws SQLException {
    return rows.sql()
        .first(
            "SELECT revision FROM page WHERE tenant = ? AND user_id = ?",
            row -> row.getLong(1),
            rows.tenant(),
            rows.user())
        .orElse(0L);
  }

  /** The compare-and-set: false when the page no longer stands at the revision before this one. */
  boolean move(Revision to) throws SQLException {
    Page before = current();
    if (before.revision() != to.number() - 1) {
      return false;
    }
    put(to.page());
    insert(before, to);
    return true;
  }

  private void put(Page page) throws SQLException {
    rows.sql()
        .update(
            """
            INSERT INTO page (tenant, user_id, revision, doc) VALUES (?, ?, ?, ?)
            ON CONFLICT (tenant, user_id)
            DO UPDATE SET revision = excluded.revision, doc = excluded.doc
            """,
            rows.tenant(),
            rows.user(),
            page.revision(),
            rows.seal(SealedColumn.PAGE, Json.text(PageDoc.write(page))));
  }

  private void insert(Page before, Revision revision) throws SQLException {
    ObjectNode doc = RevisionDoc.write(before, revision.page());
    doc.put("detail", revision.cause().detail());
    String number = Long.toString(revision.number());
    rows.sql()
        .update(
            """
            INSERT INTO revision (tenant, user_id, number, made_at, kind, doc)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            rows.tenant(),
            rows.user(),
            revision.number(),
            revision.at().toString(),
            revision.cause().kind().name(),
            rows.seal(SealedColumn.REVISION, Json.text(doc), number));
  }

  List<Revision> revisions() throws SQLException {
    List<Row> stored =
        rows.sql()
            .list(
                """
                SELECT number, made_at, kind, doc FROM revision
                WHERE tenant = ? AND user_id = ? ORDER BY number
                """,
                this::row,
                rows.tenant(),
                rows.user());
    List<Revision> revisions = new ArrayList<>();
    Page before = Page.empty(user(), tokenizer);
    for (Row row : stored) {
      Page page = RevisionDoc.read(before, row.number(), row.doc());
      Revision.Cause cause = new Revision.Cause(row.kind(), Json.string(row.doc(), "detail"));
      revisions.add(
          new Revision(row.number(), row.at(), cause, PageDiff.between(before, page), page));
      before = page;
    }
    return revisions;
  }

  private Row row(ResultSet row) throws SQLException {
    long number = row.getLong(1);
    String doc = rows.open(SealedColumn.REVISION, row.getBytes(4), Long.toString(number));
    return new Row(
        number,
        Instant.parse(row.getString(2)),
        Revision.Kind.valueOf(row.getString(3)),
        Json.parse(doc, "Revision %d of %s".formatted(number, user())));
  }

  /** Takes lines out of every revision but the newest, which is the page itself. */
  void dropFromOlder(Predicate<Line> gone) throws SQLException {
    List<Revision> kept = new ArrayList<>();
    long newest = revision();
    boolean changed = false;
    for (Revision revision : revisions()) {
      boolean older = revision.number() < newest;
      changed |= older && revision.page().lines().stream().anyMatch(gone);
      kept.add(older ? without(revision, gone) : revision);
    }
    if (changed) {
      replaceAll(kept);
    }
  }

  /** Stores these revisions in place of all there are, and the last one's page as the page. */
  void replaceAll(List<Revision> revisions) throws SQLException {
    rows.sql()
        .update(
            "DELETE FROM revision WHERE tenant = ? AND user_id = ?", rows.tenant(), rows.user());
    Page before = Page.empty(user(), tokenizer);
    for (Revision revision : revisions) {
      insert(before, revision);
      before = revision.page();
    }
    put(before);
  }

  private static Revision without(Revision revision, Predicate<Line> gone) {
    Page page = revision.page();
    List<Line> lines = page.lines().stream().filter(gone.negate()).toList();
    return new Revision(
        revision.number(),
        revision.at(),
        revision.cause(),
        revision.diff(),
        new Page(page.user(), lines, page.tokenizer(), page.revision(), page.nextLine()));
  }
}
