package dev.rapport.page;

import java.time.Instant;

/**
 * A page as it stood after one change.
 *
 * @param number the page's revision number
 * @param at when the change was made
 * @param cause why
 * @param diff from the revision before
 * @param page as it then stood
 */
public record Revision(long number, Instant at, Cause cause, PageDiff diff, Page page) {
  /**
   * Why a page changed.
   *
   * @param kind what was done
   * @param detail in a few words, without the person's own words: "chunk 3", "line l7"
   */
  public record Cause(Kind kind, String detail) {}

  /** What was done to make a revision. */
  public enum Kind {
    LEARNED,
    EDITED,
    PINNED,
    FORGOTTEN,
    UNDONE,
    IMPORTED,
    SCANNED
  }
}
