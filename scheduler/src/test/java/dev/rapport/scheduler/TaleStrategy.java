package dev.rapport.scheduler;

import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Turn;
import dev.rapport.memory.MemoryStrategy;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.memory.WriteContext;
import dev.rapport.memory.Written;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatRequest;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Sensitivity;
import dev.rapport.page.Source;
import dev.rapport.person.UserId;
import java.util.List;

/** Asks once or twice about each chunk, and keeps one line. */
final class TaleStrategy implements MemoryStrategy<Page> {
  static final int CALLS_PER_CHUNK = 2;

  private final int calls;

  TaleStrategy(int calls) {
    this.calls = calls;
  }

  @Override
  public String name() {
    return "tale";
  }

  @Override
  public Page empty(UserId user) {
    return Page.empty(user, "turns");
  }

  @Override
  public Written<Page> write(Chunk chunk, Page page, WriteContext context) {
    Turn turn = chunk.turns().getFirst();
    String before = lineOf(page);
    String extract = ask(context, "extract " + turn.id(), Tale.extract(before, turn.text()));
    String line =
        calls == 1 ? extract : ask(context, "merge " + turn.id(), Tale.merge(extract, turn.text()));
    Page after = page.next(List.of(line(line, turn)), Math.max(2, page.nextLine()));
    return new Written<>(after, true, List.of(), List.of());
  }

  static String lineOf(Page page) {
    return page.isEmpty() ? Tale.NOTHING : page.lines().getFirst().text();
  }

  private static String ask(WriteContext context, String step, String question) {
    return context
        .calls()
        .call(step, ChatRequest.of(List.of(ChatMessage.user(question)), 10))
        .text();
  }

  private static Line line(String text, Turn turn) {
    return new Line(
        LineId.of(1),
        "Tale",
        text,
        Owner.self(),
        Basis.INFERRED,
        Kind.PREFERENCE,
        Sensitivity.ORDINARY,
        Turn.UNDATED,
        List.of(new Source(turn.id(), "")),
        Author.MODEL,
        false);
  }

  @Override
  public Recall recall(Query query, Page page, RecallBudget budget) {
    return Recall.NOTHING;
  }

  @Override
  public Page forget(PageEdit.Forget request, Page page) {
    return page;
  }
}
