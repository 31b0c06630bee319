package dev.rapport.page;

import java.time.Instant;
import java.util.List;

/**
 * One thing known about a person.
 *
 * @param id names the line for the page's life
 * @param section the heading it stands under, not blank
 * @param text one stand-alone sentence or clause: not blank, no line breaks
 * @param owner the person's own, or whose
 * @param since when it began to hold, or {@link dev.rapport.conversation.Turn#UNDATED}
 * @param sources the turns it was gathered from; empty when a person wrote it
 * @param author who wrote it; a person who edits a model's line becomes its author
 * @param pinned whether the person asked that it stays as it is
 */
public record Line(
    LineId id,
    String section,
    String text,
    Owner owner,
    Basis basis,
    Kind kind,
    Sensitivity sensitivity,
    Instant since,
    List<Source> sources,
    Author author,
    boolean pinned) {
  public Line {
    requireOneLine("section", section, id);
    requireOneLine("text", text, id);
    sources = List.copyOf(sources);
  }

  private static void requireOneLine(String what, String value, LineId id) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("%s of line %s is blank".formatted(what, id));
    }
    if (value.chars().anyMatch(c -> c == '\n' || c == '\r')) {
      throw new IllegalArgumentException(
          "%s of line %s has a line break; put each thing on a line of its own"
              .formatted(what, id));
    }
  }

  /** Whether only the person may change or drop it. */
  public boolean isProtected() {
    return pinned || author == Author.USER;
  }

  public static Line of(LineId id, LineDraft draft, Author author, boolean pinned) {
    return new Line(
        id,
        draft.section(),
        draft.text(),
        draft.owner(),
        draft.basis(),
        draft.kind(),
        draft.sensitivity(),
        draft.since(),
        draft.sources(),
        author,
        pinned);
  }

  /** What the line says, without its id. */
  public LineDraft draft() {
    return new LineDraft(section, text, owner, basis, kind, sensitivity, since, sources);
  }

  public Line withPinned(boolean nowPinned) {
    return of(id, draft(), author, nowPinned);
  }
}
