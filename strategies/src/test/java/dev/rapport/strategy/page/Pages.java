package dev.rapport.strategy.page;

import dev.rapport.guard.Guard;
import dev.rapport.guard.GuardConfig;
import dev.rapport.memory.PageWriter;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.Sensitivity;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.strategy.Talk;
import dev.rapport.strategy.WordCounter;
import java.util.ArrayList;
import java.util.List;

/** Pages and strategies to test with. */
final class Pages {
  static final WordCounter COUNTER = new WordCounter();

  private Pages() {}

  static PageStrategy strategy(PageWriter writer) {
    return strategy(writer, GuardConfig.DEFAULT);
  }

  static PageStrategy strategy(PageWriter writer, GuardConfig config) {
    return PageStrategy.of(writer, Guard.of(config, COUNTER, PrivacyGates.standard()), COUNTER);
  }

  /** Lines l1, l2, ... by the model, in one section. */
  static Page page(String... texts) {
    List<Line> lines = new ArrayList<>();
    for (String text : texts) {
      LineDraft draft =
          new LineDraft(
              "Notes",
              text,
              Owner.self(),
              Basis.INFERRED,
              Kind.PREFERENCE,
              Sensitivity.ORDINARY,
              Talk.MONDAY,
              List.of());
      lines.add(Line.of(LineId.of(lines.size() + 1), draft, Author.MODEL, false));
    }
    return new Page(Talk.ANA, lines, COUNTER.name(), 1, lines.size() + 1);
  }
}
