package dev.rapport.chunk;

/** Where a chunk may end. */
public enum ChunkMode {
  /**
   * Before the turn that would overflow it. Only a turn larger than the budget is split, at the end
   * of a paragraph, a sentence or a word where there is one.
   */
  WHOLE_TURNS,
  /**
   * Anywhere, as the reference implementation of PersonaMem-v2 cuts (arXiv 2512.06688): the history
   * is rendered as {@code Message <i> (<role>): <content>} with a blank line between messages, i
   * from 1, and cut when the budget is full, within a word if it falls so.
   */
  EXACT
}
