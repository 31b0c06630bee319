package dev.rapport.memory;

import dev.rapport.model.Usage;
import dev.rapport.page.LineId;
import java.util.List;

/**
 * An answer to an open question.
 *
 * @param lines of the page it rests on
 */
public record Reply(String text, List<LineId> lines, Usage usage) {
  public Reply {
    lines = List.copyOf(lines);
  }
}
