package dev.rapport.guard;

import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.PageMarkdown;
import dev.rapport.text.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/** Makes a page fit its cap by dropping a model's lines whole, the least valuable first. */
final class Fitting {
  private final TokenCounter counter;
  private final int capTokens;

  Fitting(TokenCounter counter, int capTokens) {
    this.counter = counter;
    this.capTokens = capTokens;
  }

  /**
   * @return the page within its cap, or with the person's lines alone when those are too many
   */
  Page fit(Page page, List<GuardFinding> findings) {
    List<Line> lines = new ArrayList<>(page.lines());
    List<Line> droppable =
        lines.stream().filter(line -> !line.isProtected()).sorted(LineValue.ASCENDING).toList();
    int tokens = count(page, lines);
    // Dropping by estimate first, so that the whole page is counted a few times only.
    int at = 0;
    while (tokens > capTokens && at < droppable.size()) {
      int excess = tokens - capTokens;
      while (excess > 0 && at < droppable.size()) {
        Line line = droppable.get(at++);
        lines.remove(line);
        excess -= Math.max(1, counter.count("- " + line.text() + "\n"));
        findings.add(
            new GuardFinding(
                GuardFinding.Rule.CAP,
                line.id().value(),
                "dropped, so that the page keeps within %d tokens".formatted(capTokens)));
      }
      tokens = count(page, lines);
    }
    return withLines(page, lines);
  }

  private int count(Page page, List<Line> lines) {
    return counter.count(PageMarkdown.render(withLines(page, lines)));
  }

  private static Page withLines(Page page, List<Line> lines) {
    return new Page(page.user(), lines, page.tokenizer(), page.revision(), page.nextLine());
  }
}
