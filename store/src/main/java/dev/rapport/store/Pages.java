package dev.rapport.store;

import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.PageDiff;
import dev.rapport.page.Revision;
import dev.rapport.person.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The tables of pages and their revisions. */
record Pages(Sql sql, String tokenizer) {
  /** A revision's row before its page is put together. */
  private record Row(long number, Instant at, Revision.Cause cause, String doc) {}

  Page current(UserId user) throws SQLException {
    return sql.first(
            "SELECT doc FROM page WHERE user_id = ?", row -> row.getString(1), user.value())
        .map(doc -> PageDoc.read(user, Json.parse(doc, "The page of " + user)))
        .orElse(Page.empty(user, tokenizer));
  }

  long revision(UserId user) throws SQLException {
    return sql.first(
            "SELECT revision FROM page WHERE user_id = ?", row -> row.getLong(1), user.value())
        .orElse(0L);
  }

  /** The compare-and-set: false when the page no longer stands at the revision before this one. */
  boolean move(Revision to) throws SQLException {
    UserId user = to.page().user();
    Page before = current(user);
    if (before.revision() != to.number() - 1) {
      return false;
    }
    put(to.page());
    insert(before, to);
    return true;
  }

  private void put(Page page) throws SQLException {
    sql.update(
        """
        INSERT INTO page (user_id, revision, doc) VALUES (?, ?, ?)
        ON CONFLICT (user_id) DO UPDATE SET revision = excluded.revision, doc = excluded.doc
        """,
        page.user().value(),
        page.revision(),
        Json.text(PageDoc.write(page)));
  }

  private void insert(Page before, Revision revision) throws SQLException {
    sql.update(
        """
        INSERT INTO revision (user_id, number, made_at, kind, detail, doc)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        revision.page().user().value(),
        revision.number(),
        revision.at().toString(),
        revision.cause().kind().name(),
        revision.cause().detail(),
        Json.text(RevisionDoc.write(before, revision.page())));
  }

  List<Revision> revisions(UserId user) throws SQLException {
    List<Row> rows =
        sql.list(
            """
            SELECT number, made_at, kind, detail, doc FROM revision
            WHERE user_id = ? ORDER BY number
            """,
            row ->
                new Row(
                    row.getLong(1),
                    Instant.parse(row.getString(2)),
                    new Revision.Cause(Revision.Kind.valueOf(row.getString(3)), row.getString(4)),
                    row.getString(5)),
            user.value());
    List<Revision> revisions = new ArrayList<>();
    Page before = Page.empty(user, tokenizer);
    for (Row row : rows) {
      String what = "Revision %d of %s".formatted(row.number(), user);
      Page page = RevisionDoc.read(before, row.number(), Json.parse(row.doc(), what));
      revisions.add(
          new Revision(row.number(), row.at(), row.cause(), PageDiff.between(before, page), page));
      before = page;
    }
    return revisions;
  }

  /** Takes lines out of every revision but the newest, which is the page itself. */
  void dropFromOlder(UserId user, Predicate<Line> gone) throws SQLException {
    List<Revision> kept = new ArrayList<>();
    long newest = revision(user);
    boolean changed = false;
    for (Revision revision : revisions(user)) {
      boolean older = revision.number() < newest;
      changed |= older && revision.page().lines().stream().anyMatch(gone);
      kept.add(older ? without(revision, gone) : revision);
    }
    if (changed) {
      replaceAll(user, kept);
    }
  }

  /** Stores these revisions in place of all there are, and the last one's page as the page. */
  void replaceAll(UserId user, List<Revision> revisions) throws SQLException {
    sql.update("DELETE FROM revision WHERE user_id = ?", user.value());
    Page before = Page.empty(user, tokenizer);
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
