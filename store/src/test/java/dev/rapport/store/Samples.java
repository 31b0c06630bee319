package dev.rapport.store;

import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.forget.Tombstone;
import dev.rapport.learn.MemoryStore.Purge;
import dev.rapport.learn.MemoryStore.Step;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.PageDiff;
import dev.rapport.page.Revision;
import dev.rapport.page.Sensitivity;
import dev.rapport.page.Source;
import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Small people for tests. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");
  static final UserId ANN = new UserId("ann");
  static final UserId BOB = new UserId("bob");
  static final PersonRef REF = new PersonRef(new TenantId("acme"), ANN);

  private Samples() {}

  static Turn turn(String id, String text) {
    return new Turn(new TurnId(id), Role.USER, text, NOON);
  }

  /** Turns t1, t2, ... that say so. */
  static List<Turn> turns(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> turn("t" + i, "turn " + i)).toList();
  }

  static List<TurnId> ids(String... ids) {
    return List.of(ids).stream().map(TurnId::new).toList();
  }

  static Line line(int id, String text) {
    return new Line(
        LineId.of(id),
        "Food",
        text,
        Owner.self(),
        Basis.INFERRED,
        Kind.PREFERENCE,
        Sensitivity.ORDINARY,
        Turn.UNDATED,
        List.of(new Source(new TurnId("t" + id), "quote of " + text)),
        Author.MODEL,
        false);
  }

  /** The page one revision on, with these lines. */
  static Page next(Page page, Line... lines) {
    int next = page.nextLine();
    for (Line line : lines) {
      next = Math.max(next, line.id().number() + 1);
    }
    return page.next(List.of(lines), next);
  }

  static Revision revision(Page before, Page after) {
    return new Revision(
        after.revision(),
        NOON,
        new Revision.Cause(Revision.Kind.LEARNED, "chunk 0"),
        PageDiff.between(before, after),
        after);
  }

  static Step step(Page before, Page after, List<TurnId> read) {
    return new Step(revision(before, after), read, List.of(), Purge.NOTHING);
  }

  static Step forgetting(Page before, Page after, String words, Tombstone... tombstones) {
    Purge purge =
        new Purge(
            line ->
                line.text().contains(words)
                    || line.sources().stream().anyMatch(source -> source.quote().contains(words)),
            text -> text.contains(words));
    return new Step(revision(before, after), List.of(), List.of(tombstones), purge);
  }

  static Tombstone tombstone(String id, String... turns) {
    return new Tombstone(id, NOON, "ab".repeat(32), List.of(1L, Long.MIN_VALUE), ids(turns));
  }

  /** Lines l1 to l(count). */
  static Line[] lines(int count) {
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      lines.add(line(i, "likes thing " + i));
    }
    return lines.toArray(new Line[0]);
  }
}
