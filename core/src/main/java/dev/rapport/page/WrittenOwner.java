package dev.rapport.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from "daughter: likes terracotta" whose line it is. */
final class WrittenOwner {
  private static final Pattern WHO = Pattern.compile("(?sd)^([^:;,.!?]{1,60}):\\s+(\\S.*)$");

  private final Map<String, Owner> known = new LinkedHashMap<>();

  private WrittenOwner() {}

  /** Knows the people the page speaks of. */
  static WrittenOwner on(Page page) {
    WrittenOwner owners = new WrittenOwner();
    for (Line line : page.lines()) {
      if (line.owner() instanceof Owner.Other other) {
        owners.known.putIfAbsent(name(other.who()), other);
      }
    }
    return owners;
  }

  /**
   * The line saying these words. Words before a colon are somebody only if the page knows them, or
   * if the line was somebody else's before: "Favourite food: pizza" is the person's own.
   */
  LineDraft said(LineDraft line, String words) {
    if (line.owner() instanceof Owner.Other other) {
      String prefix = PageMarkdown.oneSpaced(other.who()) + ": ";
      if (words.regionMatches(true, 0, prefix, 0, prefix.length())
          && !words.substring(prefix.length()).isBlank()) {
        return line.withText(words.substring(prefix.length()).strip());
      }
    }
    Matcher who = WHO.matcher(words);
    if (who.matches()) {
      Owner owner = known.get(name(who.group(1)));
      if (owner == null && !line.owner().isSelf()) {
        owner = Owner.other(who.group(1).strip());
      }
      if (owner != null) {
        return line.withText(who.group(2)).withOwner(owner);
      }
    }
    return line.withText(words).withOwner(Owner.self());
  }

  private static String name(String who) {
    return PageMarkdown.oneSpaced(who).toLowerCase(Locale.ROOT);
  }
}
