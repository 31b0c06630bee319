package dev.rapport.memory;

import dev.rapport.page.PageEdit;
import java.util.List;

/** What a writer proposes for a page. */
public sealed interface Draft {
  /**
   * @param edits in the order they are to be applied; may be empty when nothing was revealed
   * @param problems parts of a reply that could not be used, each with why; may be empty
   */
  record Edits(List<PageEdit> edits, List<String> problems) implements Draft {
    public Edits {
      edits = List.copyOf(edits);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Nothing of the reply can be used.
   *
   * @param why empty, cut off, in another language, ...
   */
  record Unusable(String why) implements Draft {}
}
