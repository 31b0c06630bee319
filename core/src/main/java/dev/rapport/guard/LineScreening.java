package dev.rapport.guard;

import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.forget.Tombstone;
import dev.rapport.forget.Tombstones;
import dev.rapport.guard.GuardFinding.Rule;
import dev.rapport.page.Author;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Sensitivity;
import dev.rapport.page.Source;
import dev.rapport.person.PersonKey;
import dev.rapport.privacy.PrivacyCategory;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.text.Plain;
import dev.rapport.text.TokenCounter;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at one line that is to stand on the page: its form, and whether it may stand there. */
final class LineScreening {
  /** Most sources kept of a line; the first ones, so that its origin can always be told. */
  static final int MOST_SOURCES = 12;

  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_SECTION = 60;
  private static final int LONGEST_WHO = 60;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\[[A-Z][A-Z_]{2,30}_\\d{1,6}]");

  private final GuardContext context;
  private final GuardConfig config;
  private final TokenCounter counter;
  private final PrivacyGate gate;
  private final List<GuardFinding> findings;
  private final Page base;
  private @Nullable SpokenLanguages languages;
  private final List<Tombstone> tombstones;

  LineScreening(
      Page base,
      List<PageEdit> edits,
      GuardContext context,
      GuardConfig config,
      TokenCounter counter,
      PrivacyGate gate,
      List<GuardFinding> findings) {
    this.context = context;
    this.config = config;
    this.counter = counter;
    this.gate = gate;
    this.findings = findings;
    this.base = base;
    this.tombstones = new ArrayList<>(context.tombstones());
    if (isModel()) {
      edits.forEach(edit -> buryNow(edit, base));
    }
  }

  /** Read only when a line is to be looked at: most chunks give none. */
  private SpokenLanguages languages() {
    SpokenLanguages known = languages;
    if (known == null) {
      known = new SpokenLanguages(base, context.sourceText());
      languages = known;
    }
    return known;
  }

  /** What is to be forgotten must not come back by the same draft. */
  private void buryNow(PageEdit edit, Page base) {
    if (edit instanceof PageEdit.Forget forget) {
      bury(forget.words(), List.of());
      for (Line line : base.lines()) {
        if (forget.ids().contains(line.id())) {
          bury(line.text(), turns(line.sources()));
        }
      }
    }
  }

  private void bury(String text, List<TurnId> turns) {
    if (!text.isBlank()) {
      PersonKey key = context.key();
      tombstones.add(Tombstones.bury(key, "asked now", Turn.UNDATED, text, turns));
    }
  }

  /** The line in a form a page can hold, or nothing if it may not stand there. */
  Optional<LineDraft> screen(LineDraft line, String place) {
    String text = words(line.text(), LONGEST_LINE + 1);
    if (Words.plain(text).isEmpty()) {
      return refuse(Rule.FORM, place, "it says nothing");
    }
    if (text.length() > LONGEST_LINE) {
      return refuse(
          Rule.FORM,
          place,
          "it has more than %d characters; say it shorter".formatted(LONGEST_LINE));
    }
    String section = words(line.section(), LONGEST_SECTION);
    LineDraft tidied =
        line.withText(text)
            .withSection(section.isBlank() ? "Notes" : section)
            .withOwner(tidy(line.owner()))
            .withSources(line.sources().stream().limit(MOST_SOURCES).map(this::tidy).toList());
    return isModel() ? screenModelLine(tidied, place) : screenOwnLine(tidied, place);
  }

  private String words(String text, int longest) {
    return isModel() ? Plain.line(text, longest) : Plain.ownWords(text, longest);
  }

  private Owner tidy(Owner owner) {
    return switch (owner) {
      case Owner.Self self -> self;
      case Owner.Other other -> {
        String who = words(other.who(), LONGEST_WHO);
        yield Owner.other(who.isBlank() ? "someone" : who);
      }
    };
  }

  private Source tidy(Source source) {
    String quote = gate.mask(Plain.line(source.quote(), Source.MAX_QUOTE));
    boolean forgotten =
        isModel() && Tombstones.matches(context.key(), tombstones, quote, List.of(source.turn()));
    return Source.quoting(source.turn(), forgotten ? "" : quote);
  }

  private Optional<LineDraft> screenModelLine(LineDraft line, String place) {
    int tokens = counter.count(line.text());
    if (tokens > config.lineTokens()) {
      return refuse(
          Rule.FORM,
          place,
          "it has %d tokens, at most %d; say it shorter".formatted(tokens, config.lineTokens()));
    }
    if (isPrivate(line.text()) || isPrivate(line.section()) || isPrivate(who(line))) {
      return refuse(Rule.PRIVACY, place, "it holds private data");
    }
    if (!mayBeWritten(line.sensitivity())) {
      return refuse(Rule.PRIVACY, place, "it tells of health or therapy, which is not to be kept");
    }
    if (isForgotten(line)) {
      return refuse(Rule.FORGOTTEN, place, "the person asked to forget it");
    }
    if (languages().areForeignTo(line.text())) {
      return refuse(Rule.LANGUAGE, place, "it is in a language the person does not use");
    }
    return Optional.of(line);
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

  private boolean mayBeWritten(Sensitivity sensitivity) {
    return switch (sensitivity) {
      case ORDINARY -> true;
      case HEALTH -> gate.policy().keeps(PrivacyCategory.HEALTH);
      case THERAPY -> gate.policy().keeps(PrivacyCategory.THERAPY);
    };
  }

  private boolean isPrivate(String text) {
    return PLACEHOLDER.matcher(text).find() || !gate.find(text).isEmpty();
  }

  private boolean isForgotten(LineDraft line) {
    List<TurnId> turns = turns(line.sources());
    return Tombstones.matches(context.key(), tombstones, line.text(), turns)
        || Tombstones.matches(context.key(), tombstones, who(line) + " " + line.text(), turns);
  }

  private static String who(LineDraft line) {
    return line.owner() instanceof Owner.Other other ? other.who() : "";
  }

  private static List<TurnId> turns(List<Source> sources) {
    return sources.stream().map(Source::turn).toList();
  }

  private boolean isModel() {
    return context.author() == Author.MODEL;
  }

  private Optional<LineDraft> refuse(Rule rule, String where, String why) {
    find(rule, where, why);
    return Optional.empty();
  }

  private void find(Rule rule, String where, String why) {
    findings.add(new GuardFinding(rule, where, why));
  }
}
