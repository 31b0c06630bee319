package dev.rapport.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies edits to a page, whoever asks for them; whether they may is a guard's affair. */
public final class PageEditing {
  private final Author author;
  private final List<Line> lines;
  private int nextLine;

  private PageEditing(Page page, Author author) {
    this.author = author;
    this.lines = new ArrayList<>(page.lines());
    this.nextLine = page.nextLine();
  }

  /**
   * The page one revision on, or the page itself when the edits change nothing.
   *
   * @throws IllegalArgumentException if an edit names a line that is not there
   */
  public static Page apply(Page page, List<PageEdit> edits, Author author) {
    PageEditing editing = new PageEditing(page, author);
    edits.forEach(editing::apply);
    return editing.lines.equals(page.lines()) ? page : page.next(editing.lines, editing.nextLine);
  }

  private void apply(PageEdit edit) {
    switch (edit) {
      case PageEdit.Add add -> lines.add(Line.of(LineId.of(nextLine++), add.line(), author, false));
      case PageEdit.Replace replace -> {
        int at = indexOf(replace.id());
        lines.set(at, replaced(lines.get(at), replace.line()));
      }
      case PageEdit.Remove remove -> lines.remove(indexOf(remove.id()));
      case PageEdit.Forget forget -> forget.ids().forEach(id -> lines.remove(indexOf(id)));
      case PageEdit.Pin pin -> setPinned(pin.id(), true);
      case PageEdit.Unpin unpin -> setPinned(unpin.id(), false);
    }
  }

  /** Who only moves a line to another heading does not become its author. */
  private Line replaced(Line old, LineDraft draft) {
    boolean sameWords = old.text().equals(draft.text()) && old.owner().equals(draft.owner());
    return Line.of(old.id(), draft, sameWords ? old.author() : author, old.pinned());
  }

  private void setPinned(LineId id, boolean pinned) {
    int at = indexOf(id);
    lines.set(at, lines.get(at).withPinned(pinned));
  }

  private int indexOf(LineId id) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "line %s is not on the page; it has %s".formatted(id, named(lines)));
  }

  private static String named(List<Line> lines) {
    Optional<String> ids =
        lines.stream().map(line -> line.id().value()).reduce((a, b) -> a + ", " + b);
    return ids.orElse("no lines");
  }
}
