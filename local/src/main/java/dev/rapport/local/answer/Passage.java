package dev.rapport.local.answer;

import dev.rapport.page.Line;
import java.util.List;

/**
 * What the person said in one place: lines from one turn belong together, as evidence.
 *
 * @param text of its lines
 * @param lines at least one
 */
record Passage(String text, List<Line> lines) {
  Passage {
    lines = List.copyOf(lines);
  }
}
