package dev.rapport.guard;

import dev.rapport.forget.Tombstones;
import dev.rapport.guard.GuardFinding.Rule;
import dev.rapport.page.Author;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Source;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.text.Plain;
import dev.rapport.text.TokenCounter;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at each edit by itself: what may not be done is left out, with why. */
final class Screening {
  private static final int MOST_EDITS = 400;
  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_SECTION = 60;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\[[A-Z][A-Z_]{2,30}_\\d{1,6}]");

  private final Page base;
  private final GuardContext context;
  private final GuardConfig config;
  private final TokenCounter counter;
  private final PrivacyGate gate;
  private final List<GuardFinding> findings;
  private final SpokenLanguages languages;
  private final Set<LineId> gone = new LinkedHashSet<>();
  private final Map<String, Line> known = new LinkedHashMap<>();
  private final Set<String> added = new LinkedHashSet<>();
  private final List<PageEdit> allowed = new ArrayList<>();

  Screening(
      Page base,
      GuardContext context,
      GuardConfig config,
      TokenCounter counter,
      PrivacyGate gate,
      List<GuardFinding> findings) {
    this.base = base;
    this.context = context;
    this.config = config;
    this.counter = counter;
    this.gate = gate;
    this.findings = findings;
    this.languages = new SpokenLanguages(base, context.sourceText());
    base.lines().forEach(line -> known.put(Words.plain(line.text()), line));
  }

  List<PageEdit> screen(List<PageEdit> edits) {
    int number = 0;
    for (PageEdit edit : edits) {
      number++;
      if (number > MOST_EDITS && byModel()) {
        find(
            Rule.FORM,
            "edit " + number,
            "more than %d edits at once; the rest is left out".formatted(MOST_EDITS));
        break;
      }
      screen(edit, "edit " + number);
    }
    return allowed;
  }

  private void screen(PageEdit edit, String place) {
    switch (edit) {
      case PageEdit.Add add -> tidy(add.line(), place).ifPresent(line -> add(line, place));
      case PageEdit.Replace replace -> {
        if (mayTouch(replace.id())) {
          tidy(replace.line(), replace.id().value())
              .ifPresent(line -> allowed.add(new PageEdit.Replace(replace.id(), line)));
        }
      }
      case PageEdit.Remove remove -> {
        if (mayTouch(remove.id())) {
          gone.add(remove.id());
          allowed.add(remove);
        }
      }
      case PageEdit.Forget forget -> {
        List<LineId> ids = forget.ids().stream().distinct().filter(id -> mayTouch(id)).toList();
        gone.addAll(ids);
        allowed.add(new PageEdit.Forget(ids, forget.words()));
      }
      case PageEdit.Pin pin -> pin(pin.id(), edit);
      case PageEdit.Unpin unpin -> pin(unpin.id(), edit);
    }
  }

  private void pin(LineId id, PageEdit edit) {
    if (byModel()) {
      find(Rule.PROTECTED, id.value(), "only the person pins and unpins");
    } else if (exists(id)) {
      allowed.add(edit);
    }
  }

  /** A second line with the same words is the same line, seen again. */
  private void add(LineDraft line, String place) {
    String words = Words.plain(line.text());
    Line same = known.get(words);
    if (same == null || gone.contains(same.id())) {
      if (added.add(words)) {
        allowed.add(new PageEdit.Add(line));
      } else {
        find(Rule.FORM, place, "says the same as an edit before it");
      }
      return;
    }
    find(Rule.FORM, place, "line %s says the same already".formatted(same.id()));
    Set<Source> sources = new LinkedHashSet<>(same.sources());
    if (!same.isProtected() && byModel() && sources.addAll(line.sources())) {
      allowed.add(new PageEdit.Replace(same.id(), same.draft().withSources(List.copyOf(sources))));
    }
  }

  private boolean mayTouch(LineId id) {
    if (!exists(id)) {
      return false;
    }
    if (byModel() && base.line(id).filter(Line::isProtected).isPresent()) {
      find(Rule.PROTECTED, id.value(), "the person wrote, edited or pinned it; ask them");
      return false;
    }
    return true;
  }

  private boolean exists(LineId id) {
    if (gone.contains(id) || base.line(id).isEmpty()) {
      find(Rule.UNKNOWN_LINE, id.value(), "there is no such line on the page");
      return false;
    }
    return true;
  }

  /** The line in a form a page can hold, or nothing if it may not stand there. */
  private Optional<LineDraft> tidy(LineDraft line, String place) {
    String text = Plain.line(line.text(), LONGEST_LINE);
    String section = Plain.line(line.section(), LONGEST_SECTION);
    if (text.isBlank() || Words.plain(text).isEmpty()) {
      find(Rule.FORM, place, "it says nothing");
      return Optional.empty();
    }
    LineDraft tidied =
        line.withText(text)
            .withSection(section.isBlank() ? "Notes" : section)
            .withSources(line.sources().stream().map(this::tidy).toList());
    return byModel() ? screenModelLine(tidied, place) : screenOwnLine(tidied, place);
  }

  private Source tidy(Source source) {
    return Source.quoting(source.turn(), gate.mask(Plain.line(source.quote(), Source.MAX_QUOTE)));
  }

  private Optional<LineDraft> screenModelLine(LineDraft line, String place) {
    if (counter.count(line.text()) > config.lineTokens()) {
      find(Rule.FORM, place, "it has more than %d tokens".formatted(config.lineTokens()));
    } else if (isPrivate(line.text())) {
      find(Rule.PRIVACY, place, "it holds private data");
    } else if (isForgotten(line)) {
      find(Rule.FORGOTTEN, place, "the person asked to forget it");
    } else if (languages.areForeignTo(line.text())) {
      find(Rule.LANGUAGE, place, "it is in a language the person does not use");
    } else {
      return Optional.of(line);
    }
    return Optional.empty();
  }

  /** The person's own words stand; they are told what is delicate about them. */
  private Optional<LineDraft> screenOwnLine(LineDraft line, String place) {
    if (isPrivate(line.text())) {
      find(Rule.PRIVACY, place, "it holds private data; it is kept because you wrote it");
    }
    if (isForgotten(line)) {
      find(Rule.FORGOTTEN, place, "you asked to forget this; it is kept because you wrote it");
    }
    return Optional.of(line);
  }

  private boolean isPrivate(String text) {
    return PLACEHOLDER.matcher(text).find() || !gate.find(text).isEmpty();
  }

  private boolean isForgotten(LineDraft line) {
    return Tombstones.matches(
        context.key(),
        context.tombstones(),
        line.text(),
        line.sources().stream().map(Source::turn).toList());
  }

  private boolean byModel() {
    return context.author() == Author.MODEL;
  }

  private void find(Rule rule, String where, String why) {
    findings.add(new GuardFinding(rule, where, why));
  }
}
