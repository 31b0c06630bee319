package dev.rapport.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of edited Markdown: what each says, under which heading, with which marks. */
final class MarkdownLines {
  static final String NO_SECTION = "Notes";

  private static final int LONGEST = 20_000;
  private static final int MOST = 2_000;
  private static final int MOST_CHARACTERS = 2_000_000;

  private static final Pattern HEADING =
      Pattern.compile("(?sd)^ {0,3}(?:(#)[ \\t]+|(##+)[ \\t]*)(\\S.*)?$");
  private static final Pattern HEADING_END = Pattern.compile("\\s#+$");
  private static final Pattern RULE =
      Pattern.compile("^\\s*(?:(?:-\\s*){3,}|(?:\\*\\s*){3,}|(?:_\\s*){3,})$");
  private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*+•]|\\d{1,4}[.)])(?:\\s+|$)");
  private static final Pattern CONTINUED = Pattern.compile("(?sd)^(?: {2,}|\\t)\\s*\\S.*");
  private static final Pattern ID = Pattern.compile("(?d)(?:^|\\s)\\^(l[1-9][0-9]{0,8})\\z");
  private static final Pattern BROKEN_ID =
      Pattern.compile("\\s\\^\\s?[lLI1|]?\\s?[0-9]{0,9}[.,;]?$");

  /** Some keyboards put it behind the pin. */
  private static final String EMOJI_STYLE = "\uFE0F";

  private final Map<String, String> sections = new LinkedHashMap<>();
  private final List<Written> lines = new ArrayList<>();
  private String section = NO_SECTION;
  private boolean titleMayCome = true;
  private boolean mayContinue;

  private MarkdownLines(Page base) {
    base.sections().forEach(name -> sections.putIfAbsent(PageMarkdown.oneSpaced(name), name));
  }

  /**
   * One line as written.
   *
   * @param id empty when none was written
   */
  record Written(String section, String words, boolean pinned, String id) {}

  /** Lines that say something or keep an id, in order. */
  static List<Written> read(String markdown, Page base) {
    if (markdown.length() > MOST_CHARACTERS) {
      throw new PageFormatException(
          "%d characters, a page has at most %d; is this the right file?"
              .formatted(markdown.length(), MOST_CHARACTERS));
    }
    String text =
        MarkdownComments.without(markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown);
    if (text.isBlank() && !base.isEmpty()) {
      throw new PageFormatException(
          "line 1: the page is empty; to remove every line keep the title, or use \"page erase\"");
    }
    MarkdownLines reader = new MarkdownLines(base);
    int number = 0;
    for (String raw : text.split("\r\n|\r|\n", -1)) {
      reader.read(raw, ++number);
    }
    return reader.lines.stream()
        .filter(line -> !line.words().isEmpty() || !line.id().isEmpty())
        .toList();
  }

  private void read(String raw, int number) {
    if (raw.length() > LONGEST) {
      throw new PageFormatException(
          "line %d has %d characters, at most %d; split it"
              .formatted(number, raw.length(), LONGEST));
    }
    if (raw.isBlank() || RULE.matcher(raw).matches()) {
      mayContinue = false;
      return;
    }
    Matcher heading = HEADING.matcher(raw);
    if (heading.matches()) {
      heading(heading);
    } else {
      line(raw, number);
    }
    titleMayCome = false;
  }

  /** The first "#" is the title, whatever it says; any other heading begins a section. */
  private void heading(Matcher heading) {
    mayContinue = false;
    String name = heading.group(3) == null ? "" : PageMarkdown.unescape(heading.group(3).strip());
    boolean title =
        heading.group(1) != null
            && (titleMayCome || ("# " + name).startsWith(PageMarkdown.TITLE.strip()));
    if (!title) {
      String known = sections.get(PageMarkdown.oneSpaced(name));
      String open = HEADING_END.matcher(name).replaceFirst("").strip();
      section = known != null ? known : sections.getOrDefault(PageMarkdown.oneSpaced(open), open);
    }
    if (section.isBlank()) {
      section = NO_SECTION;
    }
  }

  private void line(String raw, int number) {
    boolean bullet = BULLET.matcher(raw).find();
    if (mayContinue && !bullet && CONTINUED.matcher(raw).matches()) {
      Written begun = lines.removeLast();
      Written rest = written(raw);
      lines.add(
          new Written(
              begun.section(), begun.words() + " " + rest.words(), begun.pinned(), rest.id()));
      mayContinue = rest.id().isEmpty();
      return;
    }
    if (lines.size() >= MOST) {
      throw new PageFormatException(
          "line %d: more than %d lines; a page of 2,048 tokens holds about a hundred"
              .formatted(number, MOST));
    }
    Written line = written(bullet ? BULLET.matcher(raw).replaceFirst("") : raw);
    lines.add(line);
    mayContinue = line.id().isEmpty();
  }

  private Written written(String raw) {
    String words = PageMarkdown.unescape(raw).strip();
    Matcher id = ID.matcher(words);
    String name = "";
    if (id.find()) {
      name = id.group(1);
      words = words.substring(0, id.start()).strip();
    } else {
      words = BROKEN_ID.matcher(words).replaceFirst("").strip();
    }
    boolean pinned = words.startsWith(PageMarkdown.PIN);
    if (pinned) {
      words = words.substring(PageMarkdown.PIN.length());
      words = (words.startsWith(EMOJI_STYLE) ? words.substring(1) : words).strip();
    }
    return new Written(section, PageMarkdown.unescapePin(words), pinned, name);
  }
}
