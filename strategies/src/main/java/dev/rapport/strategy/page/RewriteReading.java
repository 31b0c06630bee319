package dev.rapport.strategy.page;

import dev.rapport.conversation.Turn;
import dev.rapport.memory.Draft;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Sensitivity;
import dev.rapport.page.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes edits of a rewritten page: lines that are as they were give none, lines that were reworded
 * replace, new ones are added, missing ones removed. Whether that much may be lost is the guard's
 * affair.
 */
final class RewriteReading {
  private static final double SAME_LINE = 0.55;
  private static final int MOST_SOURCES = 4;

  private final Page page;
  private final ChunkTurns turns;

  RewriteReading(Page page, ChunkTurns turns) {
    this.page = page;
    this.turns = turns;
  }

  Draft read(ModelPageWriter.Answer answer) {
    if (answer.text().isBlank()) {
      return new Draft.Unusable("the reply was empty");
    }
    if (answer.cut()) {
      return new Draft.Unusable("the reply was cut off before its end; write a shorter page");
    }
    List<RewrittenLine> all = RewrittenLine.allIn(answer.text());
    if (all.isEmpty()) {
      return new Draft.Unusable("the reply has no line that begins with \"- \"");
    }
    List<RewrittenLine> kept = all.stream().filter(line -> !line.asksToForget()).toList();
    List<PageEdit> edits = new ArrayList<>();
    Set<LineId> gone = forget(all, edits);
    Map<RewrittenLine, Line> known = match(kept, gone);
    kept.forEach(line -> change(line, known, edits));
    Set<Line> found = new LinkedHashSet<>(known.values());
    for (Line line : page.lines()) {
      if (!found.contains(line) && !gone.contains(line.id())) {
        edits.add(new PageEdit.Remove(line.id(), "left out when the page was rewritten"));
      }
    }
    return new Draft.Edits(edits, List.of());
  }

  private Set<LineId> forget(List<RewrittenLine> all, List<PageEdit> edits) {
    Set<LineId> gone = new LinkedHashSet<>();
    for (RewrittenLine line : all) {
      if (line.asksToForget()) {
        Likeness likeness = Likeness.to(line.said());
        List<LineId> ids =
            page.lines().stream()
                .filter(old -> likeness.dice(Likeness.to(RewrittenLine.said(old))) >= SAME_LINE)
                .map(Line::id)
                .filter(gone::add)
                .toList();
        edits.add(new PageEdit.Forget(ids, line.said()));
      }
    }
    return gone;
  }

  /** Old lines to new ones, the likeliest pairs first, each line once. */
  private Map<RewrittenLine, Line> match(List<RewrittenLine> lines, Set<LineId> gone) {
    record Pair(RewrittenLine line, Line old, double likeness) {}
    List<Pair> pairs = new ArrayList<>();
    Map<Line, Likeness> olds = new LinkedHashMap<>();
    page.lines().stream()
        .filter(old -> !gone.contains(old.id()))
        .forEach(old -> olds.put(old, Likeness.to(RewrittenLine.said(old))));
    for (RewrittenLine line : lines) {
      Likeness likeness = Likeness.to(line.said());
      olds.forEach(
          (old, theirs) -> {
            boolean same = line.said().equals(RewrittenLine.said(old));
            double dice = same ? 2 : likeness.dice(theirs);
            if (dice >= SAME_LINE) {
              pairs.add(new Pair(line, old, dice));
            }
          });
    }
    pairs.sort((a, b) -> Double.compare(b.likeness(), a.likeness()));
    Map<RewrittenLine, Line> known = new LinkedHashMap<>();
    Set<Line> taken = new LinkedHashSet<>();
    for (Pair pair : pairs) {
      if (!known.containsKey(pair.line()) && taken.add(pair.old())) {
        known.put(pair.line(), pair.old());
      }
    }
    return known;
  }

  private void change(RewrittenLine line, Map<RewrittenLine, Line> known, List<PageEdit> edits) {
    Line old = known.get(line);
    if (old == null) {
      edits.add(new PageEdit.Add(added(line)));
      return;
    }
    boolean sameWords = line.said().equals(RewrittenLine.said(old));
    if (!sameWords) {
      edits.add(new PageEdit.Replace(old.id(), reworded(line, old)));
    } else if (!line.section().equals(old.section())) {
      LineDraft draft = old.draft();
      edits.add(new PageEdit.Replace(old.id(), inSection(draft, line.section())));
    }
  }

  private LineDraft added(RewrittenLine line) {
    List<Turn> sources = Passages.nearestTurns(turns.own(), line.text());
    Marks marks = line.marks();
    return new LineDraft(
        line.section(),
        line.text(),
        marks.owner(),
        marks.basis(),
        marks.kind(),
        marks.sensitivity(),
        ChunkTurns.since(sources),
        ChunkTurns.sources(line.text(), sources));
  }

  /** What the old line rested on stays; the turns its new words come from are added. */
  private LineDraft reworded(RewrittenLine line, Line old) {
    String oldWhose = old.owner() instanceof Owner.Other other ? other.who() + ": " : "";
    boolean sameWhose = !oldWhose.isEmpty() && line.said().startsWith(oldWhose);
    String text = sameWhose ? line.said().substring(oldWhose.length()) : line.text();
    List<Turn> turnsNow = Passages.nearestTurns(turns.own(), text);
    Set<Source> sources = new LinkedHashSet<>(ChunkTurns.sources(text, turnsNow));
    sources.addAll(old.sources());
    Marks marks = line.marks();
    boolean delicate = marks.sensitivity() != Sensitivity.ORDINARY;
    return new LineDraft(
        line.section(),
        text,
        sameWhose ? old.owner() : marks.owner(),
        marks.basis(),
        old.kind() == Kind.PREFERENCE ? marks.kind() : old.kind(),
        delicate ? marks.sensitivity() : old.sensitivity(),
        old.since(),
        sources.stream().limit(MOST_SOURCES).toList());
  }

  private static LineDraft inSection(LineDraft draft, String section) {
    return new LineDraft(
        section,
        draft.text(),
        draft.owner(),
        draft.basis(),
        draft.kind(),
        draft.sensitivity(),
        draft.since(),
        draft.sources());
  }
}
