package dev.rapport.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of edited Markdown: what each says, under which heading, with which marks. */
final class MarkdownLines {
  /** Also matches the backslashes that keep such an ending apart from an id. */
  static final Pattern ENDS_LIKE_ID = Pattern.compile("\\^l[1-9][0-9]{0,8}\\\\*$");

  private static final String NO_SECTION = "Notes";
  private static final int LONGEST = 2_000;
  private static final int MOST = 2_000;
  private static final Pattern HEADING = Pattern.compile("^\\s{0,3}#{2,6}\\s+(\\S.*?)(?:\\s+#+)?\\s*$");
  private static final Pattern TITLE = Pattern.compile("^\\s{0,3}#(?:\\s.*)?$");
  private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*+•]|\\d{1,4}[.)])\\s+");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);
  private static final Pattern ID = Pattern.compile("\\s\\^(l[1-9][0-9]{0,8})\\s*$");

  private MarkdownLines() {}

  /**
   * One line as written.
   *
   * @param id empty when none was written
   */
  record Written(String section, String words, boolean pinned, String id) {}

  static List<Written> read(String markdown) {
    String text = COMMENT.matcher(markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown).replaceAll("");
    if (text.isBlank()) {
      throw new PageFormatException(
          "the page is empty; to remove everything, keep its title or use \"page erase\"");
    }
    List<Written> lines = new ArrayList<>();
    String section = NO_SECTION;
    int number = 0;
    for (String raw : text.split("\\R", -1)) {
      number++;
      Matcher heading = HEADING.matcher(raw);
      if (heading.matches()) {
        section = heading.group(1);
      } else if (!raw.isBlank() && !TITLE.matcher(raw).matches()) {
        lines.add(line(raw, section, number));
      }
      if (lines.size() > MOST) {
        throw new PageFormatException(
            "line %d: more than %d lines; a page of 2,048 tokens holds about a hundred".formatted(number, MOST));
      }
    }
    return lines.stream().filter(line -> !line.words().isBlank()).toList();
  }

  private static Written line(String raw, String section, int number) {
    if (raw.length() > LONGEST) {
      throw new PageFormatException(
          "line %d has %d characters, at most %d; split it".formatted(number, raw.length(), LONGEST));
    }
    String words = BULLET.matcher(raw).replaceFirst("").strip();
    Matcher id = ID.matcher(words);
    String name = "";
    if (id.find()) {
      name = id.group(1);
      words = words.substring(0, id.start()).strip();
    }
    boolean pinned = words.startsWith(PageMarkdown.PIN.strip());
    if (pinned) {
      words = words.substring(PageMarkdown.PIN.strip().length()).strip();
    }
    return new Written(section, PageMarkdown.unescape(words), pinned, name);
  }
}
