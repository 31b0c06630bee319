package dev.rapport.guard;

import dev.rapport.page.Author;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.PageEditing;
import dev.rapport.page.PageMarkdown;
import dev.rapport.text.TokenCounter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a page fit its cap by dropping a model's lines whole, the least valuable first: new ones
 * are not added, old ones go. A person's lines and pinned ones are never dropped.
 */
final class Fitting {
  /** Added to a line's estimate, so that none is dropped before the page is counted again. */
  private static final int MARGIN_TOKENS = 4;

  private final TokenCounter counter;
  private final int capTokens;

  Fitting(TokenCounter counter, int capTokens) {
    this.counter = counter;
    this.capTokens = capTokens;
  }

  /** Edits that give a page within its cap, if dropping can. */
  record Fitted(List<PageEdit> edits, Page page, List<GuardFinding> findings) {}

  Fitted fit(Page base, List<PageEdit> edits, Author author) {
    Page edited = PageEditing.apply(base, edits, author);
    Set<LineId> dropped = surplus(edited);
    List<PageEdit> fitting = without(dropped, base, edits);
    List<GuardFinding> findings =
        dropped.stream().map(id -> finding(id, base.line(id).isPresent())).toList();
    return new Fitted(fitting, PageEditing.apply(base, fitting, author), findings);
  }

  /** Counts the whole page only a few times: in between it estimates, rather too much. */
  private Set<LineId> surplus(Page page) {
    List<Line> droppable =
        page.lines().stream()
            .filter(line -> !line.isProtected())
            .sorted(LineValue.ASCENDING)
            .toList();
    Set<LineId> dropped = new LinkedHashSet<>();
    int excess = excess(page, dropped);
    int next = 0;
    while (excess > 0 && next < droppable.size()) {
      while (excess > 0 && next < droppable.size()) {
        Line line = droppable.get(next++);
        dropped.add(line.id());
        excess -= counter.count("- %s ^%s".formatted(line.text(), line.id())) + MARGIN_TOKENS;
      }
      excess = excess(page, dropped);
    }
    return dropped;
  }

  private int excess(Page page, Set<LineId> dropped) {
    List<Line> left = page.lines().stream().filter(line -> !dropped.contains(line.id())).toList();
    Page smaller = new Page(page.user(), left, page.tokenizer(), page.revision(), page.nextLine());
    return counter.count(PageMarkdown.render(smaller)) - capTokens;
  }

  /** New lines get their numbers in the order of their edits. */
  private static List<PageEdit> without(Set<LineId> dropped, Page base, List<PageEdit> edits) {
    List<PageEdit> left = new ArrayList<>();
    int number = base.nextLine();
    for (PageEdit edit : edits) {
      boolean stays =
          switch (edit) {
            case PageEdit.Add add -> !dropped.contains(LineId.of(number++));
            case PageEdit.Replace replace -> !dropped.contains(replace.id());
            case PageEdit.Remove remove -> true;
            case PageEdit.Forget forget -> true;
            case PageEdit.Pin pin -> true;
            case PageEdit.Unpin unpin -> true;
          };
      if (stays) {
        left.add(edit);
      }
    }
    for (LineId id : dropped) {
      if (base.line(id).isPresent()) {
        left.add(new PageEdit.Remove(id, "dropped to keep within the cap"));
      }
    }
    return left;
  }

  private GuardFinding finding(LineId id, boolean old) {
    String what = old ? "dropped" : "not added";
    return new GuardFinding(
        GuardFinding.Rule.CAP,
        id.value(),
        "%s, so that the page keeps within %d tokens".formatted(what, capTokens));
  }
}
