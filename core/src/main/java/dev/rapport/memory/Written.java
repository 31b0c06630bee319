package dev.rapport.memory;

import dev.rapport.guard.GuardFinding;
import dev.rapport.page.PageEdit;
import java.util.List;

/**
 * A memory after one chunk.
 *
 * @param state the memory to keep
 * @param changed false when the memory is as it was
 * @param applied the edits that took effect, for memories made of lines
 * @param findings what was changed or refused on the way
 */
public record Written<S>(
    S state, boolean changed, List<PageEdit> applied, List<GuardFinding> findings) {
  public Written {
    applied = List.copyOf(applied);
    findings = List.copyOf(findings);
  }
}
