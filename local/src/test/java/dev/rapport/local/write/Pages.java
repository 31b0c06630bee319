package dev.rapport.local.write;

import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.memory.Draft;
import dev.rapport.memory.WriteContext;
import dev.rapport.page.Author;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import dev.rapport.work.Calls;
import java.util.ArrayList;
import java.util.List;

/** Runs the writer and applies its edits the plain way, without a guard. */
final class Pages {
  static final BgeSmall BGE = BgeSmall.lazy();
  private static final WriteContext CONTEXT =
      new WriteContext(PersonKey.of(new byte[PersonKey.BYTES]), List.of(), Calls.none());

  private Pages() {}

  static Page empty() {
    return Page.empty(new UserId("ana"), "o200k");
  }

  /** Turns of one conversation, the person's and the chatbot's by turns. */
  static List<Turn> turns(String name, String... texts) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      turns.add(
          new Turn(
              new TurnId(name + "-" + i),
              i % 2 == 0 ? Role.USER : Role.ASSISTANT,
              texts[i],
              Turn.UNDATED));
    }
    return turns;
  }

  static List<PageEdit> edits(Page page, List<Turn> turns) {
    Draft draft = LocalWriter.using(BGE).propose(new Chunk(0, turns, 1), page, CONTEXT);
    return ((Draft.Edits) draft).edits();
  }

  static Page after(Page page, List<Turn> turns) {
    List<Line> lines = new ArrayList<>(page.lines());
    int next = page.nextLine();
    for (PageEdit edit : edits(page, turns)) {
      switch (edit) {
        case PageEdit.Add add ->
            lines.add(Line.of(LineId.of(next++), add.line(), Author.MODEL, false));
        case PageEdit.Replace replace ->
            lines.replaceAll(
                line ->
                    line.id().equals(replace.id())
                        ? Line.of(line.id(), replace.line(), Author.MODEL, false)
                        : line);
        case PageEdit.Forget forget -> lines.removeIf(line -> forget.ids().contains(line.id()));
        case PageEdit.Remove remove -> lines.removeIf(line -> line.id().equals(remove.id()));
        case PageEdit.Pin pin -> throw new AssertionError("a writer pins nothing: " + pin);
        case PageEdit.Unpin unpin -> throw new AssertionError("a writer unpins nothing: " + unpin);
      }
    }
    return page.next(lines, next);
  }

  static Page after(String... texts) {
    return after(empty(), turns("c", texts));
  }
}
