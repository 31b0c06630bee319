package dev.rapport.guard;

import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Bounded loss: one update of a model may not wipe a page. */
final class Loss {
  /** Share of a line's words that another line must hold to say it too. */
  private static final double KEPT = 0.6;

  private final GuardConfig config;
  private final Set<String> said;

  /**
   * @param said the words the edits were gathered from
   */
  Loss(GuardConfig config, String said) {
    this.config = config;
    this.said = stems(said);
  }

  boolean isTooMuch(Page base, List<PageEdit> edits, List<GuardFinding> findings) {
    if (base.lines().size() <= config.smallPage()) {
      return false;
    }
    int lost = lost(base, edits);
    double share = (double) lost / base.lines().size();
    if (share <= config.maxLoss()) {
      return false;
    }
    findings.add(
        new GuardFinding(
            GuardFinding.Rule.LOSS,
            "page",
            "the update would drop %d of %d lines, at most %.0f%% may go at once"
                .formatted(lost, base.lines().size(), config.maxLoss() * 100)));
    return true;
  }

  /** The wishes to forget, without the lines that the person's words never touched. */
  List<PageEdit> wishes(Page base, List<PageEdit> edits) {
    List<PageEdit> wishes = new ArrayList<>();
    for (PageEdit edit : edits) {
      if (edit instanceof PageEdit.Forget forget) {
        List<LineId> named = forget.ids().stream().filter(id -> isSpokenOf(base, id)).toList();
        if (!named.isEmpty() || forget.ids().isEmpty()) {
          wishes.add(new PageEdit.Forget(named, forget.words()));
        }
      }
    }
    return wishes;
  }

  /**
   * Lines that go, if their words do not go on in another line, and lines replaced by something
   * that shares no word with them. What a person asked to forget is not lost, but a model's word
   * for it is not enough: the person must have spoken of it.
   */
  private int lost(Page base, List<PageEdit> edits) {
    Set<LineId> lost = new LinkedHashSet<>();
    List<Set<String>> written =
        edits.stream().map(Loss::written).filter(s -> !s.isEmpty()).toList();
    for (PageEdit edit : edits) {
      if (edit instanceof PageEdit.Remove remove) {
        Set<String> old = stems(base, remove.id());
        if (written.stream().noneMatch(words -> isKept(old, words))) {
          lost.add(remove.id());
        }
      } else if (edit instanceof PageEdit.Replace replace) {
        Set<String> old = stems(base, replace.id());
        if (Collections.disjoint(old, written(replace)) && !old.isEmpty()) {
          lost.add(replace.id());
        }
      } else if (edit instanceof PageEdit.Forget forget) {
        forget.ids().stream().filter(id -> !isSpokenOf(base, id)).forEach(lost::add);
      }
    }
    return lost.size();
  }

  private boolean isSpokenOf(Page base, LineId id) {
    return !Collections.disjoint(stems(base, id), said);
  }

  private static boolean isKept(Set<String> old, Set<String> words) {
    return !old.isEmpty() && old.stream().filter(words::contains).count() >= KEPT * old.size();
  }

  private static Set<String> written(PageEdit edit) {
    return switch (edit) {
      case PageEdit.Add add -> stems(add.line().text());
      case PageEdit.Replace replace -> stems(replace.line().text());
      case PageEdit.Remove remove -> Set.of();
      case PageEdit.Forget forget -> Set.of();
      case PageEdit.Pin pin -> Set.of();
      case PageEdit.Unpin unpin -> Set.of();
    };
  }

  private static Set<String> stems(Page base, LineId id) {
    return base.line(id).map(line -> stems(line.text())).orElse(Set.of());
  }

  private static Set<String> stems(String text) {
    return new LinkedHashSet<>(Words.stems(text));
  }
}
