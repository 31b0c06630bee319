package dev.rapport.memory;

import dev.rapport.page.Line;
import java.util.List;

/**
 * What a memory gives back for a query.
 *
 * @param text for a prompt, to be fenced as data
 * @param lines the page's lines in it, in order; empty for a memory without lines
 * @param tokens of the text, by the memory's counter
 */
public record Recall(String text, List<Line> lines, int tokens) {
  public static final Recall NOTHING = new Recall("", List.of(), 0);

  public Recall {
    lines = List.copyOf(lines);
  }
}
