package dev.rapport.page;

import dev.rapport.conversation.Turn;
import dev.rapport.page.MarkdownLines.Written;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Tells which written line is which line of the page, and what a person changed about it. */
final class LineMatching {
  /** Share of words two lines must have in common to be the same line, edited. */
  private static final double NEAR = 0.6;

  private final WrittenOwner owners;
  private final Map<LineId, Line> unmatched = new LinkedHashMap<>();
  private final Map<LineId, Set<String>> stems = new LinkedHashMap<>();
  private final Map<LineId, Written> matched = new LinkedHashMap<>();

  private LineMatching(Page base) {
    owners = WrittenOwner.on(base);
    base.lines().forEach(line -> unmatched.put(line.id(), line));
  }

  static List<PageEdit> edits(Page base, List<Written> written) {
    LineMatching matching = new LineMatching(base);
    List<Written> nameless = matching.matchIds(written);
    List<Written> changed = matching.matchBest(nameless, LineMatching::sameness);
    List<Written> fresh = matching.matchBest(changed, matching::likeness);
    return matching.changes(base, fresh);
  }

  /** An id that is there twice is the first line's; the second is known by its words or new. */
  private List<Written> matchIds(List<Written> written) {
    List<Written> nameless = new ArrayList<>();
    for (Written line : written) {
      Optional<Line> old =
          unmatched.values().stream()
              .filter(known -> known.id().value().equals(line.id()))
              .findFirst();
      if (old.isPresent()) {
        match(old.get(), line);
      } else if (!line.words().isEmpty()) {
        nameless.add(line);
      }
    }
    return nameless;
  }

  private interface Measure {
    ToDoubleFunction<Line> to(Written line);
  }

  /** Gives each line the old one it is nearest to, the page's order deciding between equals. */
  private List<Written> matchBest(List<Written> written, Measure measure) {
    List<Written> left = new ArrayList<>();
    for (Written line : written) {
      ToDoubleFunction<Line> nearness = measure.to(line);
      Line best = null;
      double most = 0;
      for (Line old : unmatched.values()) {
        double near = nearness.applyAsDouble(old);
        if (near > most) {
          most = near;
          best = old;
        }
      }
      if (best == null) {
        left.add(line);
      } else {
        match(best, line);
      }
    }
    return left;
  }

  private void match(Line old, Written line) {
    unmatched.remove(old.id());
    matched.put(old.id(), line);
  }

  private static ToDoubleFunction<Line> sameness(Written line) {
    String words = PageMarkdown.oneSpaced(line.words());
    return old -> {
      boolean same = PageMarkdown.oneSpaced(PageMarkdown.words(old)).equals(words);
      return same ? (isUnder(line.section(), old) ? 2 : 1) : 0;
    };
  }

  private ToDoubleFunction<Line> likeness(Written line) {
    Set<String> words = new LinkedHashSet<>(Words.stems(line.words()));
    return old -> {
      Set<String> known =
          stems.computeIfAbsent(
              old.id(), id -> new LinkedHashSet<>(Words.stems(PageMarkdown.words(old))));
      long common = words.stream().filter(known::contains).count();
      double share = (double) common / Math.max(1, words.size() + known.size() - common);
      return share >= NEAR ? share : 0;
    };
  }

  private static boolean isUnder(String section, Line line) {
    return PageMarkdown.oneSpaced(section).equals(PageMarkdown.oneSpaced(line.section()));
  }

  private List<PageEdit> changes(Page base, List<Written> fresh) {
    List<PageEdit> edits = new ArrayList<>();
    for (Line line : base.lines()) {
      Written now = matched.get(line.id());
      if (now == null) {
        edits.add(new PageEdit.Remove(line.id(), "removed by the person"));
      } else {
        change(line, now, edits);
      }
    }
    fresh.forEach(line -> add(line, edits));
    return edits;
  }

  private void change(Line line, Written now, List<PageEdit> edits) {
    String was = PageMarkdown.oneSpaced(PageMarkdown.words(line));
    boolean sameWords = was.equals(PageMarkdown.oneSpaced(now.words()));
    if (!sameWords && now.words().isEmpty()) {
      edits.add(new PageEdit.Remove(line.id(), "removed by the person"));
      return;
    }
    boolean samePlace = isUnder(now.section(), line);
    if (!sameWords || !samePlace) {
      LineDraft draft = sameWords ? line.draft() : owners.said(line.draft(), now.words());
      edits.add(
          new PageEdit.Replace(line.id(), samePlace ? draft : draft.withSection(now.section())));
    }
    if (line.pinned() != now.pinned()) {
      edits.add(now.pinned() ? new PageEdit.Pin(line.id()) : new PageEdit.Unpin(line.id()));
    }
  }

  private void add(Written line, List<PageEdit> edits) {
    LineDraft blank =
        new LineDraft(
            line.section(),
            line.words(),
            Owner.self(),
            Basis.STATED,
            Kind.FACT,
            Sensitivity.ORDINARY,
            Turn.UNDATED,
            List.of());
    edits.add(new PageEdit.Add(owners.said(blank, line.words())));
  }
}
