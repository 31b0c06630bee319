package dev.rapport.page;

import dev.rapport.conversation.Turn;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which written line is which line of the page, and what a person changed about it. */
final class LineMatching {
  /** Share of words two lines must have in common to be the same line, edited. */
  private static final double NEAR = 0.6;

  private static final Pattern WHO = Pattern.compile("^([^:]{1,60}):\\s+(\\S.*)$");

  private final List<Line> unmatched;
  private final Map<LineId, MarkdownLines.Written> matched = new LinkedHashMap<>();
  private final List<MarkdownLines.Written> fresh = new ArrayList<>();

  private LineMatching(Page base) {
    this.unmatched = new ArrayList<>(base.lines());
  }

  static List<PageEdit> edits(Page base, List<MarkdownLines.Written> written) {
    LineMatching matching = new LineMatching(base);
    List<MarkdownLines.Written> nameless = new ArrayList<>();
    for (MarkdownLines.Written line : written) {
      if (!matching.match(line, old -> old.id().value().equals(line.id()))) {
        nameless.add(line);
      }
    }
    List<MarkdownLines.Written> reworded = new ArrayList<>();
    for (MarkdownLines.Written line : nameless) {
      if (!matching.match(line, old -> PageMarkdown.words(old).strip().equals(line.words()))) {
        reworded.add(line);
      }
    }
    for (MarkdownLines.Written line : reworded) {
      if (!matching.match(line, old -> likeness(PageMarkdown.words(old), line.words()) >= NEAR)) {
        matching.fresh.add(line);
      }
    }
    return matching.edits(base);
  }

  private boolean match(
      MarkdownLines.Written line, java.util.function.Predicate<Line> isTheSame) {
    Optional<Line> same = unmatched.stream().filter(isTheSame).findFirst();
    same.ifPresent(
        old -> {
          unmatched.remove(old);
          matched.put(old.id(), line);
        });
    return same.isPresent();
  }

  private static double likeness(String a, String b) {
    Set<String> left = new LinkedHashSet<>(Words.stems(a));
    Set<String> right = new LinkedHashSet<>(Words.stems(b));
    Set<String> all = new LinkedHashSet<>(left);
    all.addAll(right);
    left.retainAll(right);
    return all.isEmpty() ? 0 : (double) left.size() / all.size();
  }

  private List<PageEdit> edits(Page base) {
    List<PageEdit> edits = new ArrayList<>();
    for (Line line : base.lines()) {
      MarkdownLines.Written now = matched.get(line.id());
      if (now == null) {
        edits.add(new PageEdit.Remove(line.id(), "removed by the person"));
      } else {
        change(line, now, edits);
      }
    }
    fresh.forEach(line -> edits.add(new PageEdit.Add(draft(line))));
    return edits;
  }

  private static void change(Line line, MarkdownLines.Written now, List<PageEdit> edits) {
    boolean sameWords = PageMarkdown.words(line).strip().equals(now.words());
    if (!sameWords || !line.section().strip().equals(now.section())) {
      LineDraft draft = sameWords ? line.draft() : reworded(line, now.words());
      edits.add(new PageEdit.Replace(line.id(), draft.withSection(now.section())));
    }
    if (line.pinned() != now.pinned()) {
      edits.add(now.pinned() ? new PageEdit.Pin(line.id()) : new PageEdit.Unpin(line.id()));
    }
  }

  private static LineDraft reworded(Line line, String words) {
    Matcher who = WHO.matcher(words);
    if (line.owner().isSelf() || !who.matches()) {
      return line.draft().withText(words).withOwner(Owner.self());
    }
    return line.draft().withText(who.group(2)).withOwner(Owner.other(who.group(1)));
  }

  private static LineDraft draft(MarkdownLines.Written line) {
    return new LineDraft(
        line.section(),
        line.words(),
        Owner.self(),
        Basis.STATED,
        Kind.FACT,
        Sensitivity.ORDINARY,
        Turn.UNDATED,
        List.of());
  }
}
