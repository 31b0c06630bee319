package dev.rapport.control;

import java.util.List;

/**
 * Evidence on the state of one person's memory.
 *
 * @param revision the page's revision
 * @param lines on the page
 * @param tokens of its Markdown
 * @param cap most tokens it may have
 * @param textsSearched stored texts of the person that were looked through
 * @param tombstones things that must stay forgotten
 * @param faults what does not hold, one sentence each, without the person's words; empty when all
 *     is well
 */
public record Verification(
    long revision,
    int lines,
    int tokens,
    int cap,
    int textsSearched,
    int tombstones,
    List<String> faults) {
  public Verification {
    faults = List.copyOf(faults);
  }

  public boolean holds() {
    return faults.isEmpty();
  }
}
