package dev.rapport.page;

/** Takes a person's comments out of their Markdown, and leaves every line where it was. */
final class MarkdownComments {
  private static final String START = "<!--";
  private static final String END = "-->";

  private MarkdownComments() {}

  static String without(String markdown) {
    int start = markdown.indexOf(START);
    if (start < 0) {
      return markdown;
    }
    StringBuilder text = new StringBuilder(markdown.length());
    int from = 0;
    while (start >= 0) {
      int end = markdown.indexOf(END, start + START.length());
      if (end < 0) {
        throw new PageFormatException(
            "line %d: the comment begun with \"<!--\" has no end; write \"-->\" behind it"
                .formatted(1 + breaks(markdown, 0, start).length()));
      }
      text.append(markdown, from, start).append(breaks(markdown, start, end));
      from = end + END.length();
      start = markdown.indexOf(START, from);
    }
    return text.append(markdown, from, markdown.length()).toString();
  }

  private static String breaks(String text, int from, int to) {
    StringBuilder breaks = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        breaks.append('\n');
      }
    }
    return breaks.toString();
  }
}
