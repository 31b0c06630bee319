package dev.rapport.strategy.page;

import dev.rapport.page.Line;
import dev.rapport.page.Owner;
import dev.rapport.text.Plain;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a rewritten page.
 *
 * @param said as it stands there, whose it is included: what old lines are compared with
 */
record RewrittenLine(String section, String text, Marks marks, String said) {
  private static final int MOST_READ = 5_000;
  private static final int MOST_LINES = 400;
  private static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST_SECTION = 60;

  private static final Pattern HEADING =
      Pattern.compile(
          "^\\s*(?:#{2,6}\\s+(.{1,200}?)\\s*#*|\\*\\*([^*]{1,100})\\*\\*:?|__([^_]{1,100})__:?)\\s*$");
  private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*+•·–—]|\\d{1,3}[.)])\\s+(.*)$");
  private static final Pattern MARK =
      Pattern.compile("\\s*[(\\[]([A-Za-z: ]{4,60})[)\\]]\\s*\\.?$");
  private static final Pattern ID = Pattern.compile("\\s*\\^l\\d{1,9}\\\\?$");
  private static final Pattern WHOSE = Pattern.compile("^([^:]{1,60}):\\s+(\\S.*)$");

  /**
   * All lines of a reply, each once, in order. Prose around them and code fences are passed over.
   */
  static List<RewrittenLine> allIn(String reply) {
    List<RewrittenLine> lines = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    String section = "Notes";
    for (String raw : reply.lines().limit(MOST_READ).toList()) {
      String line = raw.length() > LONGEST_TEXT * 2 ? raw.substring(0, LONGEST_TEXT * 2) : raw;
      Matcher heading = HEADING.matcher(line);
      Matcher bullet = BULLET.matcher(line);
      if (heading.matches()) {
        section = sectionOf(heading).orElse(section);
      } else if (bullet.matches() && seen.add(section + "\n" + line.strip())) {
        read(section, bullet.group(1)).ifPresent(lines::add);
      }
      if (lines.size() >= MOST_LINES) {
        break;
      }
    }
    return lines;
  }

  private static Optional<String> sectionOf(Matcher heading) {
    for (int group = 1; group <= heading.groupCount(); group++) {
      String name = heading.group(group);
      if (name != null) {
        String plain = Plain.line(name.replace("*", ""), LONGEST_SECTION);
        return plain.isBlank() ? Optional.empty() : Optional.of(plain);
      }
    }
    return Optional.empty();
  }

  private static Optional<RewrittenLine> read(String section, String body) {
    String rest = ID.matcher(body.strip()).replaceFirst("").replaceAll("\\*\\*|__", "").strip();
    Marks marks = Marks.NONE;
    for (int i = 0; i < 4; i++) {
      Matcher mark = MARK.matcher(rest);
      Optional<Marks> more = mark.find() ? marks.and(mark.group(1)) : Optional.empty();
      if (more.isEmpty()) {
        break;
      }
      marks = more.get();
      rest = rest.substring(0, mark.start());
    }
    String said = Plain.line(rest, LONGEST_TEXT);
    if (said.isBlank()) {
      return Optional.empty();
    }
    Matcher whose = WHOSE.matcher(said);
    if (isOfOthers(section) && marks.owner().isSelf()) {
      boolean named = whose.matches();
      String who = named ? whose.group(1).strip() : "someone";
      String text = named ? whose.group(2) : said;
      return Optional.of(new RewrittenLine(section, text, marks.withOwner(Owner.other(who)), said));
    }
    return Optional.of(new RewrittenLine(section, said, marks, said));
  }

  private static boolean isOfOthers(String section) {
    String lower = section.toLowerCase(Locale.ROOT);
    return lower.startsWith("other people") || lower.equals("others");
  }

  boolean asksToForget() {
    String lower = section.toLowerCase(Locale.ROOT);
    return lower.equals("forget") || lower.equals("forgotten") || lower.equals("forget requests");
  }

  /** An old line as a rewritten page shows it. */
  static String said(Line line) {
    return switch (line.owner()) {
      case Owner.Self self -> line.text();
      case Owner.Other other -> other.who() + ": " + line.text();
    };
  }
}
