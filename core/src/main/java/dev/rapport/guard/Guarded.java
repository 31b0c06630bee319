package dev.rapport.guard;

import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import java.util.List;

/**
 * What became of proposed edits.
 *
 * @param outcome accepted, in need of one repair, or refused
 * @param page the page to keep: the new one when accepted, the old one otherwise
 * @param applied the edits as they took effect, after the guard's changes
 * @param findings what was changed or refused, in order
 */
public record Guarded(
    Outcome outcome, Page page, List<PageEdit> applied, List<GuardFinding> findings) {
  /** How a check ended. */
  public enum Outcome {
    ACCEPTED,
    NEEDS_REPAIR,
    REFUSED
  }

  public Guarded {
    applied = List.copyOf(applied);
    findings = List.copyOf(findings);
  }
}
