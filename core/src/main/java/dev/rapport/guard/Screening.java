package dev.rapport.guard;

import dev.rapport.guard.GuardFinding.Rule;
import dev.rapport.page.Author;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Source;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Looks at one edit after the other, each on the page as those before it leave it: what may not be
 * done is left out, with why.
 */
final class Screening {
  /** A model's reply may be endless; what is behind this many edits is not looked at. */
  static final int MOST_EDITS = 400;

  private final GuardContext context;
  private final LineScreening lines;
  private final List<GuardFinding> findings;

  /** What the page's lines say so far. */
  private final Map<LineId, LineDraft> now = new LinkedHashMap<>();

  private final Set<LineId> guarded = new LinkedHashSet<>();
  private final Map<String, LineId> byWords = new LinkedHashMap<>();
  private final Map<String, Integer> newByWords = new LinkedHashMap<>();
  private final List<PageEdit> allowed = new ArrayList<>();

  Screening(Page base, GuardContext context, LineScreening lines, List<GuardFinding> findings) {
    this.context = context;
    this.lines = lines;
    this.findings = findings;
    for (Line line : base.lines()) {
      now.put(line.id(), line.draft());
      byWords.putIfAbsent(words(line.draft()), line.id());
      if (line.isProtected()) {
        guarded.add(line.id());
      }
    }
  }

  /** The edits that may be done, in order, in the form in which they may. */
  List<PageEdit> screen(List<PageEdit> edits) {
    int number = 0;
    for (PageEdit edit : edits) {
      number++;
      // To be forgotten is honoured, however much stands before it.
      if (number <= MOST_EDITS || !byModel() || edit instanceof PageEdit.Forget) {
        screen(edit, "edit " + number);
      }
    }
    if (number > MOST_EDITS && byModel()) {
      find(
          Rule.FORM,
          "edit " + (MOST_EDITS + 1),
          "%d edits at once, at most %d; the rest is left out".formatted(number, MOST_EDITS));
    }
    return List.copyOf(allowed);
  }

  private void screen(PageEdit edit, String place) {
    switch (edit) {
      case PageEdit.Add add -> lines.screen(add.line(), place).ifPresent(line -> add(line, place));
      case PageEdit.Replace replace -> {
        if (mayTouch(replace.id())) {
          lines
              .screen(replace.line(), replace.id().value())
              .ifPresent(line -> replace(replace.id(), line));
        }
      }
      case PageEdit.Remove remove -> {
        if (mayTouch(remove.id())) {
          drop(remove.id());
          allowed.add(remove);
        }
      }
      case PageEdit.Forget forget -> forget(forget);
      case PageEdit.Pin pin -> pin(pin.id(), edit);
      case PageEdit.Unpin unpin -> pin(unpin.id(), edit);
    }
  }

  private void forget(PageEdit.Forget forget) {
    List<LineId> ids = new ArrayList<>();
    for (LineId id : new LinkedHashSet<>(forget.ids())) {
      if (mayTouch(id)) {
        drop(id);
        ids.add(id);
      }
    }
    if (!ids.isEmpty() || !forget.words().isBlank()) {
      allowed.add(new PageEdit.Forget(ids, forget.words()));
    }
  }

  private void pin(LineId id, PageEdit edit) {
    if (byModel()) {
      find(Rule.PROTECTED, id.value(), "only the person pins and unpins");
    } else if (exists(id)) {
      allowed.add(edit);
    }
  }

  private void replace(LineId id, LineDraft line) {
    byWords.remove(words(saidBy(id)), id);
    now.put(id, line);
    byWords.putIfAbsent(words(line), id);
    allowed.add(new PageEdit.Replace(id, line));
  }

  private void drop(LineId id) {
    byWords.remove(words(saidBy(id)), id);
    now.remove(id);
  }

  private LineDraft saidBy(LineId id) {
    return Objects.requireNonNull(now.get(id), "asked for a line that is gone");
  }

  /** A second line with the same words is the same line, seen again. */
  private void add(LineDraft line, String place) {
    String words = words(line);
    LineId same = byWords.get(words);
    Integer before = newByWords.get(words);
    if (same != null) {
      find(Rule.FORM, place, "line %s says the same already".formatted(same));
      LineDraft merged = merged(saidBy(same), line);
      if (byModel() && !guarded.contains(same) && !merged.equals(saidBy(same))) {
        replace(same, merged);
      }
    } else if (before != null) {
      find(Rule.FORM, place, "an edit before it says the same");
      PageEdit.Add first = (PageEdit.Add) allowed.get(before);
      allowed.set(before, new PageEdit.Add(merged(first.line(), line)));
    } else {
      newByWords.put(words, allowed.size());
      allowed.add(new PageEdit.Add(line));
    }
  }

  private static LineDraft merged(LineDraft line, LineDraft again) {
    Set<Source> sources = new LinkedHashSet<>(line.sources());
    sources.addAll(again.sources());
    return line.withSources(sources.stream().limit(LineScreening.MOST_SOURCES).toList());
  }

  private boolean mayTouch(LineId id) {
    if (!exists(id)) {
      return false;
    }
    if (byModel() && guarded.contains(id)) {
      find(Rule.PROTECTED, id.value(), "the person wrote, edited or pinned it; ask them");
      return false;
    }
    return true;
  }

  private boolean exists(LineId id) {
    if (!now.containsKey(id)) {
      find(Rule.UNKNOWN_LINE, id.value(), "there is no such line on the page");
      return false;
    }
    return true;
  }

  /** What a line says of whom, when form does not matter. */
  private static String words(LineDraft line) {
    String who = line.owner() instanceof Owner.Other other ? Words.plain(other.who()) : "";
    return who + ":" + Words.plain(line.text());
  }

  private boolean byModel() {
    return context.author() == Author.MODEL;
  }

  private void find(Rule rule, String where, String why) {
    findings.add(new GuardFinding(rule, where, why));
  }
}
