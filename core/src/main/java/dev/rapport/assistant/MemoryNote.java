package dev.rapport.assistant;

import dev.rapport.memory.Recall;
import dev.rapport.prompt.PromptText;
import dev.rapport.text.Fence;

/**
 * What is put into an assistant's system message so that it knows whom it talks to: how to use the
 * page, then the page, fenced as data. The same page gives the same text, and what changes least
 * stands first, so that providers' prompt caches hold.
 */
public final class MemoryNote {
  private static final PromptText HOW = PromptText.of(MemoryNote.class, "note.txt");

  private MemoryNote() {}

  /**
   * @return empty when nothing is known
   */
  public static String of(Recall recall) {
    return recall.text().isBlank()
        ? ""
        : HOW.words() + "\n\n" + Fence.RULE + "\n\n" + Fence.around("page", recall.text());
  }

  /** Names the wording, for reports. */
  public static String version() {
    return HOW.version();
  }
}
