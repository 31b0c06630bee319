package dev.rapport.strategy.page;

import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.PageMarkdown;
import dev.rapport.text.TokenCounter;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks a page up. All of it when it fits; else the lines that matter most, still in the page's
 * order: the person's own and pinned ones, limits that must be respected, then those that share the
 * most words with the query, the newest first.
 */
final class PageRecall {
  private final TokenCounter counter;

  PageRecall(TokenCounter counter) {
    this.counter = counter;
  }

  Recall recall(Query query, Page page, RecallBudget budget) {
    if (page.isEmpty()) {
      return Recall.NOTHING;
    }
    Recall whole = recallOf(page, page.lines());
    return whole.tokens() <= budget.maxTokens() ? whole : best(query, page, budget.maxTokens());
  }

  private Recall best(Query query, Page page, int maxTokens) {
    Set<String> asked = new LinkedHashSet<>(Words.stems(query.text()));
    List<Line> ranked =
        page.lines().stream()
            .sorted(
                Comparator.comparing(Line::isProtected)
                    .thenComparing(line -> line.kind() == Kind.CONSTRAINT)
                    .thenComparingInt(line -> shared(line, asked))
                    .thenComparing(Line::since)
                    .thenComparingInt(line -> line.id().number())
                    .reversed())
            .toList();
    Set<Line> kept = new LinkedHashSet<>();
    Recall recall = Recall.NOTHING;
    for (Line line : ranked) {
      kept.add(line);
      Recall more = recallOf(page, page.lines().stream().filter(kept::contains).toList());
      if (more.tokens() <= maxTokens) {
        recall = more;
      } else {
        kept.remove(line);
      }
    }
    return recall;
  }

  private static int shared(Line line, Set<String> asked) {
    Set<String> stems = new LinkedHashSet<>(Words.stems(line.section() + " " + line.text()));
    stems.retainAll(asked);
    return stems.size();
  }

  private Recall recallOf(Page page, List<Line> lines) {
    Page shown =
        new Page(
            page.user(),
            new ArrayList<>(lines),
            page.tokenizer(),
            page.revision(),
            page.nextLine());
    String text = PageMarkdown.plain(shown);
    return new Recall(text, lines, counter.count(text));
  }
}
