package dev.rapport.page;

import java.util.List;

/** One change asked of a page, by a person or by a model. A guard decides what becomes of it. */
public sealed interface PageEdit {
  /** A new line. */
  record Add(LineDraft line) implements PageEdit {}

  /** The same line, saying something newer. */
  record Replace(LineId id, LineDraft line) implements PageEdit {}

  /** The line no longer holds. */
  record Remove(LineId id, String reason) implements PageEdit {}

  /**
   * The person asked that this be forgotten: the lines go, wherever else their words are kept is
   * purged, and they are not to be learned again.
   *
   * @param ids lines it concerns; may be empty when nothing on the page matches
   * @param words what is to be forgotten, in words; never stored
   */
  record Forget(List<LineId> ids, String words) implements PageEdit {
    public Forget {
      ids = List.copyOf(ids);
    }
  }

  /** Keep the line as it is. A person's alone. */
  record Pin(LineId id) implements PageEdit {}

  /** Let the line be changed again. A person's alone. */
  record Unpin(LineId id) implements PageEdit {}
}
