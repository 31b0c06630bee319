package dev.rapport.server.mcp;

import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.PageMarkdown;
import dev.rapport.text.Fence;
import java.util.List;
import java.util.stream.Collectors;

/** Words of a page in a reply: fenced, so that a model reads them and does not follow them. */
final class Shown {
  private Shown() {}

  static String page(Page page) {
    return page.isEmpty()
        ? "Nothing is kept about this person yet (revision %d).".formatted(page.revision())
        : "Revision %d. The sign ^l7 at a line's end is its id.\n\n%s"
            .formatted(page.revision(), data("page", PageMarkdown.render(page)));
  }

  static String lines(List<Line> lines) {
    return data(
        "lines",
        lines.stream()
            .map(line -> line.id() + "  " + line.text())
            .collect(Collectors.joining("\n")));
  }

  static String data(String label, String words) {
    return Fence.RULE + "\n\n" + Fence.around(label, words);
  }
}
