package dev.rapport.guard;

import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Bounded loss: one update of a model may not wipe a page. */
final class Loss {
  private final GuardConfig config;

  Loss(GuardConfig config) {
    this.config = config;
  }

  boolean isTooMuch(Page base, List<PageEdit> edits, List<GuardFinding> findings) {
    if (base.lines().size() <= config.smallPage()) {
      return false;
    }
    Set<LineId> lost = new LinkedHashSet<>();
    for (PageEdit edit : edits) {
      switch (edit) {
        case PageEdit.Remove remove -> lost.add(remove.id());
        case PageEdit.Replace replace -> {
          if (base.line(replace.id()).filter(old -> isUnrelated(old, replace)).isPresent()) {
            lost.add(replace.id());
          }
        }
        // A person asked for what is forgotten; the rest loses nothing.
        case PageEdit.Forget forget -> {}
        case PageEdit.Add add -> {}
        case PageEdit.Pin pin -> {}
        case PageEdit.Unpin unpin -> {}
      }
    }
    double share = (double) lost.size() / base.lines().size();
    if (share <= config.maxLoss()) {
      return false;
    }
    findings.add(
        new GuardFinding(
            GuardFinding.Rule.LOSS,
            "page",
            "the update would drop %d of %d lines, at most %.0f%% may go at once"
                .formatted(lost.size(), base.lines().size(), config.maxLoss() * 100)));
    return true;
  }

  /** A replacement under another heading that shares no word is a loss by another name. */
  private static boolean isUnrelated(Line old, PageEdit.Replace replace) {
    Set<String> words = new LinkedHashSet<>(Words.stems(old.text()));
    return !old.section().equals(replace.line().section())
        && Words.stems(replace.line().text()).stream().noneMatch(words::contains);
  }
}
