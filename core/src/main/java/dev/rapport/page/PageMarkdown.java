package dev.rapport.page;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A page as a person reads and edits it:
 *
 * <pre>
 * # What is remembered of ana
 *
 * ## Food and drink
 *
 * - Prefers tea to coffee ^l3
 * - 📌 Vegetarian since spring ^l4
 *
 * ## Family and friends
 *
 * - daughter: likes terracotta ^l7
 * </pre>
 *
 * <p>The short id at a line's end ties it to what else is known of it: source, owner, since. A line
 * of somebody else's begins with who. A pinned line begins with a pin.
 */
public final class PageMarkdown {
  static final String TITLE = "# What is remembered of ";
  static final String PIN = "📌";

  private static final Pattern COMMENT_START = Pattern.compile("<(\\\\*)!--");
  private static final Pattern ESCAPED_COMMENT_START = Pattern.compile("<\\\\(\\\\*)!--");
  private static final Pattern PIN_START = Pattern.compile("^(\\\\*)" + PIN);
  private static final Pattern ESCAPED_PIN_START = Pattern.compile("^\\\\(\\\\*)" + PIN);

  private PageMarkdown() {}

  /** The whole page, with ids: what the cap is measured on. */
  public static String render(Page page) {
    return write(page, true);
  }

  /** The page without ids and pins, for prompts. */
  public static String plain(Page page) {
    return write(page, false);
  }

  /**
   * What a person changed. Lines are known by their ids, or, where an id was lost, by their words;
   * a line that is gone was removed, one without an id is new. The order of lines is the page's own
   * and is not changed.
   *
   * @param base the page the Markdown was rendered from
   * @throws PageFormatException if it cannot be a page; the message names the line
   */
  public static List<PageEdit> parse(String markdown, Page base) {
    return LineMatching.edits(base, MarkdownLines.read(markdown, base));
  }

  private static String write(Page page, boolean marks) {
    StringBuilder text =
        new StringBuilder(TITLE).append(marks ? escape(page.user().value()) : page.user());
    text.append('\n');
    for (String section : page.sections()) {
      String heading = section.strip();
      text.append("\n## ").append(marks ? escape(heading) : heading).append("\n\n");
      page.lines().stream()
          .filter(line -> line.section().equals(section))
          .forEach(
              line -> text.append("- ").append(marks ? marked(line) : words(line)).append('\n'));
    }
    return text.toString();
  }

  private static String marked(Line line) {
    String words = PIN_START.matcher(escape(words(line))).replaceFirst("\\\\$1" + PIN);
    return (line.pinned() ? PIN + " " : "") + words + " ^" + line.id();
  }

  /** The line's text; somebody else's begins with who. */
  static String words(Line line) {
    return switch (line.owner()) {
      case Owner.Self self -> line.text().strip();
      case Owner.Other other -> oneSpaced(other.who()) + ": " + line.text().strip();
    };
  }

  /** Keeps words that look like a comment apart from a person's comment. */
  private static String escape(String words) {
    return COMMENT_START.matcher(words).replaceAll("<\\\\$1!--");
  }

  static String unescape(String words) {
    return ESCAPED_COMMENT_START.matcher(words).replaceAll("<$1!--");
  }

  static String unescapePin(String words) {
    return ESCAPED_PIN_START.matcher(words).replaceFirst("$1" + PIN);
  }

  /** Words one space apart: an editor may have changed no more than that. */
  static String oneSpaced(String words) {
    StringBuilder text = new StringBuilder(words.length());
    boolean space = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
      } else {
        if (space && text.length() > 0) {
          text.append(' ');
        }
        space = false;
        text.append(c);
      }
    }
    return text.toString();
  }
}
