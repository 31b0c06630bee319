package dev.rapport.page;

import java.util.List;

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
  static final String PIN = "📌 ";
  static final String ID_MARK = " ^";

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
   * a line that is gone was removed, one without an id is new.
   *
   * @param base the page the Markdown was rendered from
   * @throws PageFormatException if it cannot be a page; the message names the line
   */
  public static List<PageEdit> parse(String markdown, Page base) {
    return LineMatching.edits(base, MarkdownLines.read(markdown));
  }

  private static String write(Page page, boolean marks) {
    StringBuilder text = new StringBuilder(TITLE).append(page.user()).append('\n');
    for (String section : page.sections()) {
      text.append("\n## ").append(section).append("\n\n");
      page.lines().stream()
          .filter(line -> line.section().equals(section))
          .forEach(line -> text.append(marks ? marked(line) : "- " + words(line)).append('\n'));
    }
    return text.toString();
  }

  private static String marked(Line line) {
    return "- " + (line.pinned() ? PIN : "") + escape(words(line)) + ID_MARK + line.id();
  }

  /** The line's text; somebody else's begins with who. */
  static String words(Line line) {
    return switch (line.owner()) {
      case Owner.Self self -> line.text();
      case Owner.Other other -> other.who() + ": " + line.text();
    };
  }

  /** Keeps words that look like our own marks apart from them. */
  private static String escape(String words) {
    String safe = words.startsWith(PIN.strip()) || words.startsWith("\\") ? "\\" + words : words;
    return MarkdownLines.ENDS_LIKE_ID.matcher(safe).find() ? safe + "\\" : safe;
  }

  static String unescape(String words) {
    String plain = words.startsWith("\\") ? words.substring(1) : words;
    return plain.endsWith("\\")
            && MarkdownLines.ENDS_LIKE_ID.matcher(plain.substring(0, plain.length() - 1)).find()
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }
}
