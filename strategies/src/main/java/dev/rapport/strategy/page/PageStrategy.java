package dev.rapport.strategy.page;

import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.guard.Guard;
import dev.rapport.guard.GuardContext;
import dev.rapport.guard.GuardFinding;
import dev.rapport.guard.Guarded;
import dev.rapport.memory.Draft;
import dev.rapport.memory.MemoryStrategy;
import dev.rapport.memory.PageWriter;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.memory.WriteContext;
import dev.rapport.memory.Written;
import dev.rapport.page.Author;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.PageEditing;
import dev.rapport.person.UserId;
import dev.rapport.text.TokenCounter;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * M_i = f(C_i, M_{i-1}) over a page (arXiv 2512.06688, sec. 3.2): a writer proposes, the guard
 * disposes, and a proposal found wanting is repaired at most once. So a chunk costs at most two
 * calls, and a bad reply leaves the page as it was.
 *
 * <p>Failures of the model behind the writer are the caller's affair: {@link
 * dev.rapport.model.ModelException} passes through. Safe for several threads if the writer is.
 */
public final class PageStrategy implements MemoryStrategy<Page> {
  private final PageWriter writer;
  private final Guard guard;
  private final TokenCounter counter;

  private PageStrategy(PageWriter writer, Guard guard, TokenCounter counter) {
    this.writer = writer;
    this.guard = guard;
    this.counter = counter;
  }

  /**
   * @param counter the one the guard counts with; its name is stored with the pages
   */
  public static PageStrategy of(PageWriter writer, Guard guard, TokenCounter counter) {
    return new PageStrategy(writer, guard, counter);
  }

  @Override
  public String name() {
    return "page";
  }

  @Override
  public Page empty(UserId user) {
    return Page.empty(user, counter.name());
  }

  @Override
  public Written<Page> write(Chunk chunk, Page page, WriteContext context) {
    GuardContext guarding =
        new GuardContext(Author.MODEL, context.key(), context.tombstones(), ownWords(chunk));
    Draft first = writer.propose(chunk, page, context);
    List<GuardFinding> findings = new ArrayList<>();
    if (first instanceof Draft.Edits edits) {
      Guarded guarded = guard.check(page, edits.edits(), guarding, false);
      if (guarded.outcome() != Guarded.Outcome.NEEDS_REPAIR) {
        return written(page, edits, guarded, findings);
      }
      findings.addAll(guarded.findings());
    }
    Draft second = writer.repair(chunk, page, context, first, complaints(first, findings));
    return settle(page, first, second, guarding, findings);
  }

  /**
   * The repaired draft if it can be used, else the first one cut down by the guard, else nothing.
   */
  private Written<Page> settle(
      Page page, Draft first, Draft second, GuardContext guarding, List<GuardFinding> findings) {
    List<GuardFinding> before = second.equals(first) ? List.of() : List.copyOf(findings);
    return switch (second) {
      case Draft.Edits edits ->
          written(page, edits, guard.check(page, edits.edits(), guarding, true), before);
      case Draft.Unusable unusable when first instanceof Draft.Edits edits ->
          written(
              page,
              edits,
              guard.check(page, edits.edits(), guarding, true),
              List.of(unusable("repair", unusable.why())));
      case Draft.Unusable unusable ->
          new Written<>(page, false, List.of(), List.of(unusable("reply", unusable.why())));
    };
  }

  private static Written<Page> written(
      Page old, Draft.Edits edits, Guarded guarded, List<GuardFinding> before) {
    List<GuardFinding> findings = new ArrayList<>(before);
    edits.problems().forEach(problem -> findings.add(unusable("reply", problem)));
    findings.addAll(guarded.findings());
    boolean changed = guarded.page().revision() != old.revision();
    return new Written<>(guarded.page(), changed, guarded.applied(), findings);
  }

  private static GuardFinding unusable(String where, String why) {
    return new GuardFinding(GuardFinding.Rule.FORM, where, why);
  }

  private static List<String> complaints(Draft first, List<GuardFinding> findings) {
    List<String> complaints = new ArrayList<>();
    switch (first) {
      case Draft.Edits edits -> complaints.addAll(edits.problems());
      case Draft.Unusable unusable -> complaints.add(unusable.why());
    }
    findings.forEach(finding -> complaints.add(finding.where() + ": " + finding.why()));
    return complaints;
  }

  private static String ownWords(Chunk chunk) {
    return chunk.turns().stream()
        .filter(turn -> turn.role() == Role.USER)
        .map(Turn::text)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public Recall recall(Query query, Page page, RecallBudget budget) {
    return new PageRecall(counter).recall(query, page, budget);
  }

  /** The lines that are named, and lines that hold all the words' stems. */
  @Override
  public Page forget(PageEdit.Forget request, Page page) {
    Set<LineId> named = new LinkedHashSet<>(request.ids());
    Set<String> stems = new LinkedHashSet<>(Words.stems(request.words()));
    List<LineId> gone =
        page.lines().stream()
            .filter(
                line ->
                    named.contains(line.id())
                        || (!stems.isEmpty() && Words.stems(line.text()).containsAll(stems)))
            .map(line -> line.id())
            .toList();
    PageEdit.Forget found = new PageEdit.Forget(gone, request.words());
    return PageEditing.apply(page, List.of(found), Author.USER);
  }
}
